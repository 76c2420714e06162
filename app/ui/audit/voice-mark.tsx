import type { Voice } from "#app/domain/audit/answer.ts";

/** A shape for each voice, so that nothing depends on colour. Centred on x, y; about 16 units wide. */
export function VoiceMark({ voice, x, y }: { voice: Voice; x: number; y: number }) {
  const look = { className: `voice voice-${voice}` };
  if (voice === "team") return <circle {...look} cx={x} cy={y} r={8} />;
  if (voice === "board") return <rect {...look} x={x - 7} y={y - 7} width={14} height={14} />;
  if (voice === "partners") return <path {...look} d={`M${x} ${y - 9}l9 16h-18z`} />;
  return <path {...look} d={`M${x} ${y - 10}l10 10-10 10-10-10z`} />;
}
