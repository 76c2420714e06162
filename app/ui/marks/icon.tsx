const paths = {
  tick: "M4 12.5 9.5 18 20 6.5",
  leave: "M13 5h6v14h-6M15 12H4m4-4-4 4 4 4",
  info: "M12 11v6M12 7.2v.1M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z",
  warn: "M12 4 2.8 20h18.4ZM12 10v4.5M12 17.2v.1",
  question: "M9 9.2a3 3 0 1 1 4.4 2.6c-1 .6-1.4 1.2-1.4 2.4M12 17.2v.1M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z",
} as const;
export type IconName = keyof typeof paths;

/** A line icon of the same weight as the thread, hidden from assistive technology: the words beside it carry the meaning. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="2.25"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
