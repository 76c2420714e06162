import { type Voice, voiceWords } from "#app/domain/audit/answer.ts";
import type { AuditFindings } from "#app/domain/audit/report.ts";
import { formatDate, listOf } from "../format.ts";
import { Tabs } from "../data/tabs.tsx";
import { EmptyState } from "../data/empty-state.tsx";
import { Breadcrumbs } from "../page/breadcrumbs.tsx";
import { PageHeading } from "../page/page-heading.tsx";
import { SectionRule } from "../page/section-rule.tsx";
import { DotPlot } from "./dot-plot.tsx";
import { GapList } from "./gap-list.tsx";
import { SlopePlot } from "./slope-plot.tsx";

type Round = { id: string; title: string };
type Props = Round & {
  before?: Round;
  others: Round[];
  findings: AuditFindings;
  /** By question. */
  recommendations: Record<string, { key: string; title: string }>;
  mayEdit: boolean;
  /** The organisation's workspace. */
  base: string;
};

/** What a closed round found: first where we see ourselves higher than others see us. */
export function FindingsPage(props: Props) {
  const { id, title, before, others, findings, recommendations, mayEdit, base } = props;
  const here = `${base}/audit/${id}`;
  const titles = new Map(findings.questions.map((question) => [question.id, question.title]));
  const heard = findings.questions.filter(({ spreads }) => spreads.length > 0);
  const unheard = findings.questions.filter(({ spreads }) => spreads.length === 0);
  const promise = (question: string) => {
    const found = mayEdit ? recommendations[question] : undefined;
    return found && `${base}/commitments/new?recommendation=${encodeURIComponent(found.key)}`;
  };
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "Self-audit", href: `${base}/audit` },
          { label: title, href: here },
        ]}
      />
      <PageHeading
        title={`${title}: what people said`}
        lede="There is no overall score: it would hide the gaps. Each finding is a question to talk about with the people who answered."
      />
      <SectionRule
        id="gaps"
        title="Where we see ourselves higher than others do"
        lede="The team or the board says more than co-producers or partners live. Widest first."
      >
        {findings.gaps.length > 0 ? (
          <GapList
            gaps={findings.gaps.map((gap) => ({
              ...gap,
              title: titles.get(gap.question) ?? gap.question,
              commitmentHref: promise(gap.question),
            }))}
          />
        ) : (
          <EmptyState title="No gap that can be shown" level={3}>
            <p>
              Either nobody inside says more than those outside, or fewer than three people of a voice
              answered. That is not proof that all agree.
            </p>
          </EmptyState>
        )}
      </SectionRule>
      {findings.lapsed.length > 0 ? (
        <SectionRule
          id="lapsed"
          title="Where evidence has lapsed"
          lede="The newest evidence given is more than a year old: it shows what was, not what is."
        >
          <ul>
            {findings.lapsed.map(({ question, voice, newestOn }) => (
              <li key={`${question} ${voice}`}>
                <a href={`#q-${question}`}>{titles.get(question)}</a>, {voiceWords[voice].toLowerCase()}:
                newest evidence from {formatDate(newestOn)}.
              </li>
            ))}
          </ul>
        </SectionRule>
      ) : null}
      {others.length > 0 ? (
        <Tabs
          label="Compare with"
          links={others.map((other) => ({
            href: `${here}/findings?with=${other.id}`,
            label: `Compared with ${other.title}`,
          }))}
          current={`${here}/findings?with=${before?.id ?? ""}`}
        />
      ) : null}
      {heard.map((question) => (
        <SectionRule key={question.id} id={`q-${question.id}`} title={question.title} lede={question.lookAt}>
          <DotPlot title="Who says what" spreads={question.spreads} />
          {question.silent.length > 0 ? <p className="soft">{silentWords(question.silent)}</p> : null}
          {before && question.shifts.length > 0 ? (
            <SlopePlot
              title={`Since ${before.title}`}
              before={before.title}
              after={title}
              shifts={question.shifts}
            />
          ) : null}
          {promise(question.id) ? (
            <p className="after-list">
              <a href={promise(question.id)}>Turn it into a commitment</a>
            </p>
          ) : null}
        </SectionRule>
      ))}
      {unheard.length > 0 ? (
        <SectionRule
          id="unheard"
          title="Too few answers to tell"
          lede="Fewer than three people of each voice answered, so nothing can be shown."
        >
          <ul>
            {unheard.map((question) => (
              <li key={question.id}>{question.title}</li>
            ))}
          </ul>
        </SectionRule>
      ) : null}
    </>
  );
}

function silentWords(silent: readonly Voice[]): string {
  return `Not shown, because fewer than three answered: ${listOf(silent.map((voice) => voiceWords[voice].toLowerCase()))}.`;
}
