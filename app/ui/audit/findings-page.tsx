import { voiceWords } from "#app/domain/audit/answer.ts";
import type { AuditedRecommendation } from "#app/domain/audit/recommendation.ts";
import type { AuditFindings } from "#app/domain/audit/report.ts";
import { formatDate } from "../format.ts";
import { Tabs } from "../data/tabs.tsx";
import { EmptyState } from "../data/empty-state.tsx";
import { Breadcrumbs } from "../page/breadcrumbs.tsx";
import { PageHeading } from "../page/page-heading.tsx";
import { SectionRule } from "../page/section-rule.tsx";
import { FoundQuestion } from "./found-question.tsx";
import { GapList } from "./gap-list.tsx";
import { VoiceKey } from "./voice-key.tsx";

type Round = { id: string; title: string };
type Props = Round & {
  /** The rounds on the page, oldest first, without this one. */
  compared: Round[];
  /** Every round before this one. */
  others: Round[];
  /** The one round that was asked for; null for all of them. */
  wanted: string | null;
  findings: AuditFindings;
  /** By question. */
  recommendations: Record<string, AuditedRecommendation>;
  mayEdit: boolean;
  /** The organisation's workspace. */
  base: string;
};

/** What a closed round found: first where we see ourselves higher than others see us. */
export function FindingsPage(props: Props) {
  const { id, title, compared, others, wanted, findings, recommendations, mayEdit, base } = props;
  const here = `${base}/audit/${id}`;
  const titles = new Map(findings.questions.map((question) => [question.id, question.title]));
  const heard = findings.questions.filter(({ spreads }) => spreads.length > 0);
  const unheard = findings.questions.filter(({ spreads }) => spreads.length === 0);
  const promise = (question: string) => {
    if (!mayEdit) return undefined;
    const found = recommendations[question];
    const query = new URLSearchParams({
      ...(found ? { recommendation: found.key } : {}),
      audit: id,
      question,
    });
    return `${base}/commitments/new?${query.toString()}`;
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
          <>
            <VoiceKey />
            <GapList
              since={compared.at(-1)?.title}
              gaps={findings.gaps.map((gap) => ({
                ...gap,
                title: titles.get(gap.question) ?? gap.question,
                commitmentHref: promise(gap.question),
              }))}
            />
          </>
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
      {others.length > 1 ? (
        <Tabs
          label="Compare with"
          links={[
            { href: `${here}/findings`, label: "All rounds" },
            ...others.map((other) => ({
              href: `${here}/findings?with=${other.id}`,
              label: `Only “${other.title}”`,
            })),
          ]}
          current={wanted ? `${here}/findings?with=${wanted}` : `${here}/findings`}
        />
      ) : null}
      {heard.map((question) => (
        <FoundQuestion
          key={question.id}
          question={question}
          rounds={[...compared.map((round) => round.title), title]}
          recommendation={recommendations[question.id]}
          promiseHref={promise(question.id)}
        />
      ))}
      {unheard.length > 0 ? (
        <SectionRule
          id="unheard"
          title="Too few answers to tell"
          lede="Fewer than three people of each voice answered, so nothing can be shown."
        >
          <ul>
            {unheard.map((question) => (
              <li key={question.id} id={`q-${question.id}`}>
                {question.title}
                {promise(question.id) ? (
                  <>
                    {". "}
                    <a className="no-print" href={promise(question.id)}>
                      Promise something<span className="visually-hidden"> on {question.title}</span>
                    </a>
                  </>
                ) : null}
              </li>
            ))}
          </ul>
        </SectionRule>
      ) : null}
    </>
  );
}
