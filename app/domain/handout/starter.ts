/**
 * Behaviours to begin from, in our own words, after recommendation 8 of the report. They are a first draft to argue with:
 * an organisation agrees its own together with those who take part.
 */
export const starterBehaviours: readonly string[] = [
  "Listen to the end. Then ask, before you answer.",
  "Believe people when they say that something was racist. Do not ask them to prove it.",
  "Say names as their owners say them. Ask once, write it down, practise.",
  "Speak for yourself. Nobody here speaks for a whole community.",
  "Notice who has not spoken, and make room without putting anyone on the spot.",
  "When you cause harm: stop, thank whoever told you, say sorry, change it.",
  "When you see harm: say something, whoever it came from. Do not leave it to those who were hurt.",
  "Nobody has to teach others about racism. Do your own reading.",
  "What is told here stays here. What is learned here may go further.",
  "Step out whenever you need to. Nobody asks why.",
];

export const starterTitle = "How we are with one another";
