// A made-up article with something of each layer in it.

export const HEADLINE = "Night ferry will sail again after crew deal";

export const STORY = `${HEADLINE}

By Ruth Okello

GRIMSUND, Norway — The night ferry between Grimsund and Aberdeen will sail again on Monday, its owner said, after a strike that began in January.

“Nobody won this strike, and nobody is going to say that they did,” said Ragnhild Moe, who leads the Norwegian Seafarers’ Union.

Peter Falconer, the chief executive of Norlink, told reporters that the company would pay £2.4 million in back wages. “We should have talked in the autumn,” Falconer said. 🚢

In Aberdeen, the harbour master called the deal “a relief”.

Related stories
Subscribe to our newsletter
Share this article
`;

// A long text of many paragraphs, about `bytes` long.
export function longStory(bytes) {
  const body = STORY.split("\n\n").slice(2, 6).join("\n\n");
  return `${HEADLINE}\n\n${`${body}\n\n`.repeat(Math.ceil(bytes / (body.length + 2)))}`;
}
