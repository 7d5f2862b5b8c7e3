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

// The same story as a page of the web, with what stands around it there.
export const PAGE = `<!doctype html><html lang="en"><head><title>${HEADLINE} | Grimsund Post</title>
<meta property="og:site_name" content="Grimsund Post"><meta property="article:published_time" content="2025-01-27T06:30:00+01:00">
<script type="application/ld+json">{"@context": "https://schema.org/", "@type": "NewsArticle", "headline": "${HEADLINE}", "author": {"@type": "Person", "name": "Ruth Okello"}, "articleSection": "Shipping"}</script></head>
<body><header><nav class="menu"><ul><li><a href="/n">News</a></li><li><a href="/s">Sport</a></li><li><a href="/c">Culture</a></li><li><a href="/w">Weather</a></li></ul></nav></header>
<main><article><h1>${HEADLINE}</h1><p class="byline">By Ruth Okello</p>
<p>GRIMSUND, Norway — The night ferry between Grimsund and Aberdeen will sail again on Monday, its owner said, after a strike that began in January.</p>
<p>“Nobody won this strike, and nobody is going to say that they did,” said Ragnhild Moe, who leads the Norwegian Seafarers’ Union.</p>
<aside class="notes"><p class="note">The ferry was built in Gdansk in 2004 and carries four hundred people.</p><p class="note">The crossing takes fourteen hours when the sea is calm.</p><p class="note">The strike was the longest in the history of the company.</p></aside>
<p>Peter Falconer, the chief executive of Norlink, told reporters that the company would pay £2.4 million in back wages. “We should have talked in the autumn,” Falconer said.</p>
<h2>What comes next</h2>
<p>In Aberdeen, the harbour master called the deal “a relief”. The first ship leaves at eight in the evening.</p></article></main>
<footer><p>© 2025 Grimsund Post. All rights reserved.</p></footer></body></html>`;
