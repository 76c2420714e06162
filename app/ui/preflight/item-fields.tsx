import type { ReactNode } from "react";
import type { FormReply } from "#app/domain/form-reply.ts";
import { computedItems } from "#app/domain/session/preflight-items.ts";
import type { Line, Said } from "#app/domain/session/preflight.ts";
import { itemNames } from "#app/domain/session/preflight-words.ts";
import { controlProps } from "../forms/field-ids.ts";
import { FieldFrame } from "../forms/field-frame.tsx";
import { lineState } from "./line-state.ts";
import { typedItem } from "./typed-item.ts";

type Props = { reply?: FormReply; line: Line; said?: Said; children?: ReactNode };

const states = [
  { value: "not-yet", label: "Not yet" },
  { value: "done", label: "Arranged" },
  { value: "not-needed", label: "Not needed" },
] as const;

/**
 * One item in a line that opens: how it stands, what was arranged, who answers for it, by when. What is open lies open; what
 * is settled folds away. Items that other rooms decide ask for nothing but who and when.
 * @param children fields of this item alone
 */
export function ItemFields({ reply, line, said, children }: Props) {
  const { item } = line;
  const typed = (field: keyof Said) => typedItem(reply, item, field, said);
  const field = (name: keyof Said, label: string) => {
    const path = `items.${item}.${name}`;
    return { name: path, label, error: reply?.errors[path] };
  };
  const wrong = Object.keys(reply?.errors ?? {}).some((name) => name.startsWith(`items.${item}.`));
  // The facilitators are said above, and what is known from other rooms is not said at all.
  const known = (computedItems as readonly string[]).includes(item) || item === "facilitators";
  return (
    <details className="preflight-item" id={`item-${item}`} open={wrong || line.fault !== undefined}>
      <summary>
        <span className="preflight-name">{itemNames[item]}</span>
        <span className="preflight-state" data-open={line.fault ? "" : undefined}>
          {lineState(line)}
        </span>
      </summary>
      <div className="preflight-fields">
        {known ? (
          <p className="soft preflight-known">
            {line.fault ?? line.accepted ?? "In order, by what is on file."}
          </p>
        ) : (
          <>
            <FieldFrame {...field("state", "How it stands")} required>
              <select
                {...controlProps(field("state", ""))}
                className="input"
                defaultValue={typed("state") || "not-yet"}
              >
                {states.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            </FieldFrame>
            <div className="preflight-note">
              <FieldFrame {...field("note", "What was arranged, or why not")} required>
                <textarea
                  {...controlProps(field("note", ""))}
                  className="input"
                  rows={1}
                  maxLength={600}
                  defaultValue={typed("note")}
                />
              </FieldFrame>
            </div>
          </>
        )}
        <TextLine {...field("owner", "Who answers for it")} value={typed("owner")} most={120} />
        <FieldFrame {...field("dueOn", item === "loop" ? "Reports back by" : "By")} required>
          <input
            {...controlProps(field("dueOn", ""))}
            className="input input-short"
            type="date"
            defaultValue={typed("dueOn")}
          />
        </FieldFrame>
        {children ? <div className="preflight-wide">{children}</div> : null}
      </div>
    </details>
  );
}

/** A line of text without the word “optional”, which 23 items would say three times each. */
function TextLine({
  value,
  most,
  ...field
}: {
  name: string;
  label: string;
  error?: string[];
  value: string;
  most: number;
}) {
  return (
    <FieldFrame {...field} required>
      <input {...controlProps(field)} className="input" defaultValue={value} maxLength={most} />
    </FieldFrame>
  );
}
