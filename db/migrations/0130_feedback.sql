-- Tallies move in steps: what each voice said when the tally was last let out, so that no change can be laid at one person's door.
-- Null until then. The words of a comment leave it the moment their writer takes them back.
alter table loop_voices add column released jsonb;
alter table attestation_answers add column released jsonb;
-- Under which a comment is published, so that it can be taken back by itself; a new one for new words.
alter table loop_voices add column comment_id uuid not null default gen_random_uuid();
alter table attestation_answers add column comment_id uuid not null default gen_random_uuid();

-- What was on show before stays on show.
alter table loop_voices no force row level security;
update loop_voices set released = jsonb_build_object(
  'reflects', reflects, 'changed', changed, 'comment', comment, 'commentUse', comment_use, 'channel', channel,
  'answerId', answer_id)
where loop_id in (select loop_id from loop_voices group by loop_id having count(*) >= 3);
alter table loop_voices force row level security;
alter table attestation_answers no force row level security;
update attestation_answers set released = jsonb_build_object(
  'verdict', verdict, 'comment', comment, 'commentUse', comment_use)
where round_id in (select round_id from attestation_answers group by round_id having count(*) >= 3);
alter table attestation_answers force row level security;

-- Which private link a message carries, until the message has arrived: then nothing ties the address to the link.
alter table mails add column link_id uuid references private_links (id);
create index mails_by_link on mails (link_id) where link_id is not null;
-- For an address that was given for this message alone: it goes with the text.
alter table mails add column forget_recipient boolean not null default false;

-- The day on which something was written down here, and whether a spreadsheet brought it: a past can be told, not pretended.
alter table loops add column written_on date;
alter table loops add column imported boolean not null default false;
alter table loops no force row level security;
alter table loop_history no force row level security;
update loops set
  written_on = coalesce(
    (select min(happened_on) from loop_history where loop_id = loops.id and kind in ('received', 'imported')),
    received_on),
  imported = exists (select 1 from loop_history where loop_id = loops.id and kind = 'imported');
alter table loop_history force row level security;
alter table loops force row level security;
alter table loops alter column written_on set not null;
