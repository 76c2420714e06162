import type { FormReply } from "#app/domain/form-reply.ts";
import { ErrorSummary } from "./error-summary.tsx";

/**
 * What is wrong with a form that the page no longer holds, because things moved on since it was opened: said as a whole, for
 * there is no field to lead to.
 */
export function StaleErrors({ reply }: { reply: FormReply | undefined }) {
  const sentences = [...new Set(Object.values(reply?.errors ?? {}).flat())];
  return <ErrorSummary errors={sentences.length > 0 ? { form: sentences } : undefined} />;
}
