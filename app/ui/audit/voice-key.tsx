import { voices, voiceWords } from "#app/domain/audit/answer.ts";
import { VoiceMark } from "./voice-mark.tsx";

/** Which mark is whose. Each picture says its voices in words too, so a screen reader skips this. */
export function VoiceKey() {
  return (
    <p className="voice-key" aria-hidden="true">
      {voices.map((voice) => (
        <span key={voice}>
          <svg viewBox="-11 -11 22 22" focusable="false">
            <VoiceMark voice={voice} x={0} y={0} />
          </svg>
          {voiceWords[voice]}
        </span>
      ))}
    </p>
  );
}
