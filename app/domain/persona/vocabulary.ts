import type { Need, NeedArea } from "./need.ts";

/**
 * The needs that ship with Kept. Organisations add their own; nothing here belongs to any one identity. The starting points
 * are the barriers named in the report (pages 36-39, 43 and 47-48) and the access questions that public bodies ask.
 */
export const vocabulary: readonly Need[] = [
  ...area("time-and-faith", [
    [
      "clear-of-worship",
      "Clear of prayer and worship times",
      "Times that do not cut across prayers or holy days, or a break that covers them",
      "The calendar check shows no conflict, or the break is on the programme",
    ],
    [
      "clear-of-fasts",
      "Possible while fasting",
      "Short sessions, no working meal, an end before the fast is broken",
      "The programme shows length, breaks and end time against dawn and sunset",
    ],
    [
      "evening-or-weekend",
      "Possible outside working hours",
      "At least one evening or weekend choice",
      "The invitation offers it",
    ],
    [
      "notice",
      "Enough notice",
      "Date and papers at least two weeks ahead",
      "Date on the invitation and day it was sent",
    ],
    [
      "prayer-room",
      "A room to pray in",
      "A clean quiet room with space to wash nearby",
      "The room is named on the joining notes",
    ],
    [
      "breaks",
      "Regular breaks",
      "Ten minutes at least every hour and a quarter",
      "Breaks are on the programme",
    ],
  ]),
  ...area("food", [
    [
      "food-i-can-eat",
      "Food that everyone can eat",
      "Menus asked for ahead; halal, kosher, vegetarian and vegan choices as people need",
      "The order to the caterer names them",
    ],
    [
      "food-kept-apart",
      "Food kept apart",
      "Separate plates and tongs; pork and beef never beside other food",
      "The venue or caterer confirms it in writing",
    ],
    [
      "food-labelled",
      "Food labelled",
      "Ingredients and allergens on cards in plain words",
      "Labels are on the caterer's list",
    ],
    [
      "more-than-sandwiches",
      "A real choice",
      "A menu that is not one kind of sandwich",
      "The menu is in the joining notes",
    ],
  ]),
  ...area("access-and-mobility", [
    [
      "step-free-route",
      "A step-free way in",
      "Level or ramped entrance, lift, wide doors, from the stop to the seat",
      "Somebody walked or wheeled the route this year",
    ],
    [
      "accessible-toilet",
      "An accessible toilet",
      "On the same floor, not used as a store",
      "Checked at the venue visit",
    ],
    [
      "support-worker",
      "A place for a supporter",
      "A supporter's seat, travel and time are paid",
      "A line in the budget names it",
    ],
    ["rest-space", "Somewhere to rest", "A chair with arms, a place to lie down", "On the venue checklist"],
    [
      "pace",
      "Time to take part at one's own pace",
      "Fewer items, papers ahead, answers welcome afterwards",
      "The programme leaves time unfilled",
    ],
  ]),
  ...area("communication-and-language", [
    [
      "interpreter",
      "An interpreter",
      "Spoken-language interpreter whom the person accepts, booked and paid",
      "The booking names language and dialect",
    ],
    [
      "sign-language",
      "Sign language",
      "Two BSL interpreters for more than an hour",
      "The booking is confirmed",
    ],
    [
      "time-to-speak",
      "Time to speak",
      "The chair waits, and hands round the turn",
      "The ground rules say so",
    ],
    [
      "plain-language",
      "Plain language",
      "No acronyms; research words explained",
      "Papers were read by somebody outside the work",
    ],
    [
      "other-ways-to-answer",
      "Other ways to answer",
      "In writing, by voice note, through somebody trusted",
      "The invitation lists them",
    ],
  ]),
  ...area("sensory", [
    [
      "large-print",
      "Large print",
      "Papers at 18 point or as the person asks",
      "Copies are printed before the day",
    ],
    ["captions", "Captions", "Live captions, and captions on film", "Tested on the platform"],
    [
      "hearing-loop",
      "A hearing loop or microphones",
      "A working loop; everyone speaks into the microphone",
      "Tested on the day",
    ],
    [
      "quiet-space",
      "A quiet space",
      "A room without noise or bright light",
      "The room is named on the joining notes",
    ],
    ["low-scent", "Low light and scent", "No flicker, no air freshener", "On the venue checklist"],
  ]),
  ...area("digital", [
    [
      "by-phone",
      "Joining by phone",
      "A number that costs nothing to call",
      "The number is on the invitation",
    ],
    ["device-and-data", "A device and data", "Lend a device, pay for data", "A line in the budget names it"],
    ["no-account", "No account needed", "Links that open without an account", "Tried on an old phone"],
    [
      "help-to-join",
      "Help to join",
      "Somebody to call who answers before and during",
      "A name and a number on the invitation",
    ],
  ]),
  ...area("money", [
    [
      "paid-for-time",
      "Paid for all the time",
      "A fee for meeting, preparation and debrief, offered to everyone",
      "The offer is on the invitation",
    ],
    [
      "nothing-up-front",
      "Nothing to pay first",
      "Tickets, taxis and care booked and paid by the host",
      "Bookings are made before the day",
    ],
    [
      "choice-of-payment",
      "A choice of how to be paid",
      "Bank, cash, voucher, gift, less or nothing, as the person says",
      "The person's choice is recorded",
    ],
    [
      "benefits-advice",
      "Advice on benefits and tax",
      "Independent advice offered before anybody agrees",
      "The offer is recorded",
    ],
  ]),
  ...area("caring", [
    [
      "childcare",
      "Childcare",
      "A crèche, or the cost of care the family trusts",
      "A line in the budget names it",
    ],
    [
      "school-hours",
      "School hours and holidays",
      "Between drop-off and pick-up, not in the holidays",
      "Term dates were checked",
    ],
    [
      "replacement-care",
      "Care for the person cared for",
      "Cost of replacement care, arranged with the carer",
      "A line in the budget names it",
    ],
  ]),
  ...area("travel", [
    [
      "near-transport",
      "Near a bus or train",
      "A few minutes from a stop that runs at that hour",
      "The route is in the joining notes",
    ],
    ["safe-way-home", "A safe way home", "A taxi after dark, paid by the host", "Booked before the day"],
    [
      "neighbourhood-venue",
      "A place people know",
      "A community's own venue, not only head office",
      "The venue was chosen with the group",
    ],
  ]),
  ...area("safety", [
    [
      "who-responds",
      "Somebody who responds to racism",
      "A named person who acts when something is said, and people know it",
      "The name is said at the start",
    ],
    ["step-out", "Leave to step out", "Stepping out and back in needs no reason", "The ground rules say so"],
    [
      "affinity-space",
      "A space of one's own",
      "A separate space for people from racialised communities",
      "It is on the programme",
    ],
    [
      "debrief",
      "A debrief and a check-in",
      "Time afterwards and a call within the week, paid",
      "Dates are in the plan",
    ],
    [
      "content-note",
      "To know what is coming",
      "A content note before difficult material",
      "It stands on the papers",
    ],
  ]),
  ...area("trust", [
    [
      "invited-by-trusted",
      "Invited by somebody trusted",
      "A community partner who is paid to invite and stands behind it",
      "The partner agreed the invitation",
    ],
    [
      "led-by-people-like-me",
      "Led by people who share the experience",
      "At least two facilitators from racialised backgrounds when racism is discussed",
      "The facilitation plan names them",
    ],
    [
      "told-what-came",
      "Told what came of it",
      "A date by which somebody will report back",
      "The date and the name are on the invitation",
    ],
    [
      "not-the-only-one",
      "Not the only one in the room",
      "Enough people invited that nobody stands for millions",
      "The invitation list by group, in aggregate",
    ],
  ]),
  ...area("literacy", [
    [
      "nothing-to-read",
      "Nothing that must be read",
      "Papers also as speech or a call",
      "The invitation says so",
    ],
    ["no-forms", "No forms", "Somebody fills in the form with the person", "A name to call is given"],
  ]),
  ...area("privacy", [
    ["no-real-name", "No real name needed", "A name of one's choice, camera off", "The invitation says so"],
    [
      "no-recording",
      "No recording without consent",
      "Recording asked for each time, and refusing costs nothing",
      "The consent form says so",
    ],
    [
      "employer-not-told",
      "An employer who does not hear of it",
      "No post or calls to work; payment without a trace at work",
      "The person's choice is recorded",
    ],
  ]),
];

function area(name: NeedArea, rows: readonly (readonly [string, string, string, string])[]): Need[] {
  return rows.map(([id, title, metBy, seenBy]) => ({ id, area: name, title, metBy, seenBy }));
}
