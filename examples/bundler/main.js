// Two texts that a program has, compared without slots, and what came out.
import "crossread/define";

const reading = document.querySelector("cross-read");
reading.addEventListener("cross-read-result", () => {
  const { findings, sameEvent } = reading.result.comparison;
  document.querySelector("output").textContent = `${sameEvent.sentence} ${findings.length} findings.`;
});
reading.left = { text: "Four people were killed when the ferry Astrid Maren hit a cargo ship off Kallvik on Wednesday, police said.", published: "2024-03-14", source: "Northwire" };
reading.right = { text: "Five people died when the Astrid Maren and a cargo ship collided off Kallvik on Wednesday, police said.", published: "2024-03-15", source: "The Coastal Herald" };
