import { Notice } from "../data/notice.tsx";

type MailWaitsProps = {
  mailLeaves: boolean;
  /** Whether a page of this machine shows what waits. */
  localOutbox: boolean;
};

/** Where mail is while no mail server is set up: nowhere that its reader could find it. Nothing once one is. */
export function MailWaits({ mailLeaves, localOutbox }: MailWaitsProps) {
  if (mailLeaves) return null;
  return (
    <Notice kind="warn">
      <p>
        No mail server is set up, so nothing leaves.{" "}
        {localOutbox ? (
          <a href="/outbox">Read the messages in the outbox of this machine</a>
        ) : (
          "Whoever runs Kept for you can set one up (SMTP_URL)."
        )}
      </p>
    </Notice>
  );
}
