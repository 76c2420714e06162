import type { Voice } from "#app/domain/audit/answer.ts";

type Props = { voice: Voice; x: number; y: number; /** 1 is about 16 units wide. */ size?: number };

/** A shape for each voice, so that nothing depends on colour. Centred on x, y. */
export function VoiceMark({ voice, x, y, size = 1 }: Props) {
  const look = {
    className: `voice voice-${voice}`,
    transform: `translate(${x} ${y})${size === 1 ? "" : ` scale(${size})`}`,
  };
  if (voice === "team") return <circle {...look} r={8} />;
  if (voice === "board") return <rect {...look} x={-7} y={-7} width={14} height={14} />;
  if (voice === "partners") return <path {...look} d="M0-9l9 16h-18z" />;
  return <path {...look} d="M0-10l10 10-10 10-10-10z" />;
}
