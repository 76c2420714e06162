import { Notice } from "../data/notice.tsx";
import { formatDate } from "../format.ts";

type Props = {
  /** Why there are no figures to look at. */
  waiting: string;
  isWorking: boolean;
  detail: string;
  /** When figures were last released, ISO. */
  released: string | null;
  mayEdit: boolean;
};

/** In place of exact figures that are being worked out, or could not be: what to do meanwhile. */
export function ReleaseWaiting({ waiting, isWorking, detail, released, mayEdit }: Props) {
  return (
    <div className="stack-end">
      <Notice kind={isWorking ? "info" : "warn"}>
        <p>
          {waiting} <a href={`?detail=${detail}`}>Look again</a>
          {isWorking ? null : released ? (
            <>. What was released on {formatDate(released)} stays as it is.</>
          ) : mayEdit ? (
            <>
              {detail === "every-group" ? (
                <>
                  , look at <a href="?detail=five-groups">five groups</a>
                </>
              ) : null}
              , or <a href="#public-totals">round the figures instead</a>.
            </>
          ) : (
            "."
          )}
        </p>
      </Notice>
    </div>
  );
}
