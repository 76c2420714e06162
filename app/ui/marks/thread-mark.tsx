/** The mark of Kept: a thread with a loop in it, the near strand over the far one. Decorative; `height` in px. */
export function ThreadMark({ height = 26 }: { height?: number }) {
  return (
    <svg height={height} width={(height * 40) / 26} viewBox="0 0 40 26" aria-hidden="true" focusable="false">
      <g fill="none" strokeLinecap="round">
        <path
          d="M2.5 21.5C16 21.5 28.5 19 28.5 10.5A8.5 8.5 0 0 0 11.5 10.5"
          stroke="currentColor"
          strokeWidth="3.4"
        />
        <path
          d="M11.5 10.5C11.5 19 24 21.5 37.5 21.5"
          stroke="var(--casing, var(--paper))"
          strokeWidth="8"
          strokeLinecap="butt"
        />
        <path d="M11.5 10.5C11.5 19 24 21.5 37.5 21.5" stroke="currentColor" strokeWidth="3.4" />
      </g>
    </svg>
  );
}
