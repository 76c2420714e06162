import type { AddressInfo } from "node:net";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";

export type Received = {
  to: string;
  subject: string;
  text: string;
  messageId: string;
  /** The names of its headers, in lower case. */
  headers: string[];
};

/** A real SMTP server on this machine that keeps what it is given. */
export class MailServer {
  readonly received: Received[] = [];
  /** Set to refuse recipients with this reply, such as "550 no such mailbox". */
  refusal: { code: number; sentence: string } | undefined;
  /** Runs after a message was taken in, before the sender is told so. */
  beforeAnswer: () => Promise<void> = () => Promise.resolve();
  private server: SMTPServer | undefined;
  private port = 0;

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** On the port it had before, if it ran before. */
  async start(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      onRcptTo: (_address, _session, answer) => answer(this.refused()),
      onData: (stream, session, answer) => {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("end", () => {
          const to = session.envelope.rcptTo[0]?.address ?? "";
          void this.keep(to, Buffer.concat(chunks)).then(() => answer());
        });
      },
    });
    server.on("error", () => undefined);
    await new Promise<void>((resolve) => server.listen(this.port, "127.0.0.1", resolve));
    this.port = (server.server.address() as AddressInfo).port;
    this.server = server;
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    await new Promise<void>((resolve) => (server ? server.close(resolve) : resolve()));
  }

  private refused(): Error | null {
    if (!this.refusal) return null;
    return Object.assign(new Error(this.refusal.sentence), { responseCode: this.refusal.code });
  }

  private async keep(to: string, raw: Buffer): Promise<void> {
    const { subject = "", text = "", messageId = "", headers } = await PostalMime.parse(raw);
    this.received.push({ to, subject, text, messageId, headers: headers.map(({ key }) => key) });
    await this.beforeAnswer();
  }
}
