const over = "M356 134C358 68 236 58 196 142 172 190 148 226 96 280";

/** A loose thread that loops once and runs down into the rule. Decorative. */
export function HeadingThread() {
  return (
    <svg
      className="heading-thread"
      width="400"
      height="280"
      viewBox="0 0 400 280"
      aria-hidden="true"
      focusable="false"
    >
      <g fill="none" stroke="currentColor" strokeWidth="4" strokeLinecap="round">
        <path d="M396 30C330 22 246 62 258 140 266 196 353 196 356 134" />
        <path d={over} stroke="var(--paper)" strokeWidth="18" strokeLinecap="butt" />
        <path d={over} />
      </g>
    </svg>
  );
}
