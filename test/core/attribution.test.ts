import { describe, expect, it } from 'vitest';
import { detectMentions } from '../../src/core/mentions/detect.ts';
import { readArticle } from '../../src/core/text/structure.ts';

const INTRO = 'Ada Lorn leads the harbour board. Peter Orlan is its secretary.';

/** Words of the source of each quotation, null where there is none. */
function sources(text: string): (string | null)[] {
  const { quotations } = detectMentions(readArticle(text));
  return quotations.map((q) => q.source && text.slice(q.source.start, q.source.end));
}

function names(text: string): (string | null)[] {
  return detectMentions(readArticle(text)).quotations.map((q) => q.source?.name ?? null);
}

describe('who says it', () => {
  it.each([
    ['subject before the cue', 'Lorn said the board would “dig until winter comes”.', ['Lorn']],
    ['inverted', '“We will dig until winter,” said Lorn.', ['Lorn']],
    ['subject behind', '“We will dig until winter,” Lorn said on Tuesday.', ['Lorn']],
    [
      'role behind',
      '“We will dig until winter,” the board’s secretary told reporters.',
      ['the board’s secretary'],
    ],
    ['question', '“Will we dig until winter?” Lorn asked.', ['Lorn']],
    ['a dateline with a colon', 'BENGALURU: Lorn spoke, saying it was “far too slow”.', ['Lorn']],
    ['a landlady', '“Before, we talked about fish”, complains the landlady.', ['the landlady']],
    [
      'slogans of nobody told',
      '“No,” Lorn said, following which members trooped into the well shouting slogans like “Answer us”.',
      ['Lorn', null],
    ],
    [
      'slogans shouted',
      'Members of the Opposition trooped into the well of the House shouting slogans such as “Answer us”.',
      ['Members of the Opposition'],
    ],
    ['how somebody puts it', '“An insult in a ribbon” is how Ada Lorn put it.', ['Ada Lorn']],
    ['what agents call', 'Hedda is what forecasters call a “sting jet” storm.', ['forecasters']],
    [
      'a party and a seat',
      'Environment Minister Tama Vane (Labour, Hale North) said it was “far too slow”.',
      ['Environment Minister Tama Vane'],
    ],
    ['queried', '“Who pays for it all?” she queried.', ['she']],
    ['to quote somebody', 'To quote Peter Orlan: “Nobody digs for free.”', ['Peter Orlan']],
    ['in the words of', 'In the words of Peter Orlan, “nobody digs for free”.', ['Peter Orlan']],
    ['behind, in the words of', 'The pier is “a sick old man”, in the words of one diver.', ['one diver']],
    ['a boss', 'Dock boss Ada Lorn was late, saying it was “far too slow”.', ['Dock boss Ada Lorn']],
    ['the first minister', '“Nobody digs for free,” said the first minister.', ['the first minister']],
    ['the only one', '“Nobody digs for free,” said the only survivor.', ['the only survivor']],
    [
      'a mate by name',
      'My first mate, Olaf Renn, likes to say that I have “two moods at sea”.',
      ['Olaf Renn'],
    ],
    ['the writer is no source without a verb', 'I went to the dock for “two moods at sea”.', [null]],
    [
      'a further clause behind a comma',
      'The Harbour Office called it “far too slow”, and Senator Eva Holt called for talks.',
      ['The Harbour Office'],
    ],
    [
      'quoted as saying',
      'The Gazette quoted an unnamed engineer as saying that the ferry “should never sail”.',
      ['an unnamed engineer'],
    ],
    ['whom somebody quotes', 'Orlan quoted Peter Vane: “It is a hazard.”', ['Peter Vane']],
    ['whom somebody cites', 'Citing Eva Holt’s memoir, Orlan added: “She says as much.”', ['Orlan']],
    ['described by nobody told', 'Orlan was described as “a menace to every diver”.', [null]],
    ['kin', 'As my grandmother used to say, “Nobody digs for free.”', ['my grandmother']],
    ['which claims', 'Orlan wrote a leaflet, which claims that “nobody digs for free”.', ['which']],
    ['averred', '“Nobody digs for free,” Lorn averred.', ['Lorn']],
    ['posed', '“Who pays for it all?” Lorn posed.', ['Lorn']],
    [
      'a rank in several words',
      '“It was dark,” said Sgt. First Class Dan Wells.',
      ['Sgt. First Class Dan Wells'],
    ],
    ['a reply of nobody told', '“Will it rain?” Lorn asked. “Soon enough,” came the reply.', ['Lorn', null]],
    [
      'an initial that is an article elsewhere',
      '“We will be providing this,” board lawyer James A. Toft wrote on Monday.',
      ['board lawyer James A. Toft'],
    ],
    ['where it was posted', '“Over my dead body,” Lorn posted via Harbour Net on Monday.', ['Lorn']],
    [
      'asked by somebody of whom more is told',
      'Orlan was asked by host Bill Toft, who backs the board, but doubts it, “Are you tired?”',
      ['host Bill Toft'],
    ],
    ['of a town with its state', '“We dig,” Ada Lorn, 45, of Ostrey, Mirdia, said.', ['Ada Lorn']],
    [
      'who lives in a town with its state',
      '“We dig,” Ada Lorn, who lives in Ostrey, Mirdia, said.',
      ['Ada Lorn'],
    ],
    [
      'a role in a town with its state',
      '“We dig,” Ada Lorn, 19, a diver at Hale Dock in Ostrey, Mirdia, said.',
      ['Ada Lorn'],
    ],
    [
      'an aside that ends within a quotation',
      'Ada Lorn, whose rivals call her “the Digger,” said on Monday she would “never dig again”.',
      ['rivals', 'Ada Lorn'],
    ],
    [
      'a name within an aside that ends within a quotation',
      'Ada Lorn, whom Peter Orlan called “slow,” said she would “never dig again”.',
      ['Peter Orlan', 'Ada Lorn'],
    ],
    [
      'before a hearing',
      'Ron Toft, of Ostrey, said in a piece before a Senate harbour hearing, “The board failed twice.”',
      ['Ron Toft'],
    ],
    [
      'a modal that is a name',
      '“This crane is a reminder,” Will wrote. “It hastens the end.”',
      ['Will', 'Will'],
    ],
    [
      'indirect speech in the paragraph before',
      'Lorn answered them, saying the board mixed up two loans.\n\n“I do not have that money. I am sick of it.”',
      ['Lorn'],
    ],
    [
      'a participle with a subject of its own',
      'Divers stood on the pier, with Lorn reportedly yelling: “Get him off it!”',
      ['Lorn'],
    ],
    [
      'two participles with one subject',
      'The board was quick, with Ada Lorn saying it was a “slow crane” and asking, “Who paid for it?”',
      ['Ada Lorn', 'Ada Lorn'],
    ],
    [
      'one person by the ending of the noun',
      '“He has problems,” Lorn said as the heckler yelled: “You lie!”',
      ['Lorn', 'the heckler'],
    ],
    [
      'a release behind a clause',
      'Shortly after Orlan’s conference call ended, Lorn’s campaign sent out a release saying Orlan owes “the town an explanation”.',
      ['Lorn’s campaign'],
    ],
    [
      'a time before the subject',
      'Hours later, she issued a statement calling on the board “to dig on”.',
      ['she'],
    ],
    [
      'about so many',
      'On Sunday, about 200 protesters met in the port, holding signs and chanting “Dig it now”.',
      ['200 protesters'],
    ],
    [
      'a place with two names before the subject',
      'Speaking in Salem, New Mirdia, Orlan went after Lorn, calling her “a total stiff”.',
      ['Orlan'],
    ],
    [
      'a role with its name between commas',
      'In a statement to the Observer, her senior adviser, Jake Orlan, said: “The board is there.”',
      ['her senior adviser, Jake Orlan'],
    ],
    ['and I quote', 'Lorn said, and I quote, “We love the mud.”', ['Lorn']],
    [
      'so called by others',
      'Members jeered. They slammed the clause called a “loophole”, in which a firm moves.',
      ['They'],
    ],
    [
      'within the first clause',
      'After Lorn said that towns might do better with “smaller cranes,” Orlan said: “I don’t like it.”',
      ['Lorn', 'Orlan'],
    ],
    [
      'a letter to somebody with more than one name',
      'Ada Lorn wrote a letter to Minister Peter J. Orlan asking the board to look into the “fiasco”.',
      ['Ada Lorn'],
    ],
    ['a month that is a name', '“The people have had enough of mud,” Jun wrote.', ['Jun']],
    ['what a document reads', '“Chair Orlan tied the claims to the crane,” the suit reads.', ['the suit']],
    ['a people', '“Today, the port is a leader in this,” the Orlanders state in a paper.', ['the Orlanders']],
    ['a headline that said', 'Lorn posted it under a headline that said, “Mud is gold.”', ['that']],
    [
      'somebody by age',
      '“She has been a great leader,” said the 46-year-old. “Now she will dig.”',
      ['the 46-year-old', 'the 46-year-old'],
    ],
    [
      'somebody described at length',
      '“I made mud the top priority,” the bald, 71-year-old diplomat said on Monday.',
      ['the bald, 71-year-old diplomat'],
    ],
    [
      'asked a hearer behind a question',
      '“You think I will change?” Lorn asked reporters rhetorically during a visit.',
      ['Lorn'],
    ],
    [
      'behind a question, and on',
      '“Should the dealer be sued?” Lorn asked angrily, shaking her head. “I believe so.”',
      ['Lorn', 'Lorn'],
    ],
    [
      'the next paragraph behind a question',
      '“Look at this crane, is it small?” Lorn said.\n\n“He spoke of my crane. There is no problem.”',
      ['Lorn', 'Lorn'],
    ],
    ['behind a second quotation', '“All That Mud” was to be a “warning tale”, said Lorn.', ['Lorn', 'Lorn']],
    ['continue to be', 'Lorn said she is sure Orlan will continue to be “a champion for mud”.', ['Lorn']],
    ['named by others', 'The plan has been labelled a “mud hunt” by Orlan.', ['Orlan']],
    ['seen by', 'The plan, an option seen by organizers as a “lifeboat”, was kept.', ['organizers']],
    ['that is', 'Lorn is a diver. That’s why he wanted to “go an extra step” for it.', ['Lorn']],
    [
      'a crowd that chants',
      'The crowd of protesters broke into chants of “Mud, Mud, Mud” at noon.',
      ['The crowd of protesters'],
    ],
    ['relative clause', '“We will dig,” Lorn, who leads the board, said.', ['Lorn']],
    ['apposition', 'Lorn, the head of the board, said it was “a good day for ships”.', ['Lorn']],
    ['according to', 'The channel is “far too shallow”, according to Lorn.', ['Lorn']],
    [
      'a title of plain words behind the cue',
      '“We have never seen the harbour like this,” said harbour master Jens Toft.',
      ['harbour master Jens Toft'],
    ],
    [
      'modifiers joined',
      'The channel was “far too shallow”, according to the current and former officials.',
      ['the current and former officials'],
    ],
    [
      'a list of people',
      'The ferry was “far too full”, according to a passenger list published by Lorn.',
      ['a passenger list'],
    ],
    ['according to, in front', 'According to officials, the channel is “far too shallow”.', ['officials']],
    [
      'passive collective',
      'European diplomats privately worried, noting that the channel was “far too shallow”.',
      ['European diplomats'],
    ],
    ['seemed to', 'The channel seemed “too shallow” to some observers.', ['some observers']],
    ['what he called', 'Lorn welcomed what she called the board’s “steady work on the channel”.', ['Lorn']],
    [
      'who did something',
      'The channel is “far too shallow”, the diver who found the crane said.',
      ['the diver who found the crane'],
    ],
    ['with whom', 'Lorn and Orlan were late, with one diver saying it was “far too slow”.', ['one diver']],
    [
      'a degree behind the name',
      'The channel is “far too shallow,” Lorn, MD, head of the board, said.',
      ['Lorn'],
    ],
    ['behind two commas', 'After a swift, late meeting, Lorn issued a note calling it “too slow”.', ['Lorn']],
    ['told after an exclamation', '“We will never dig!” Lorn told the Harbour Post.', ['Lorn']],
    ['no dateline of two hyphens', 'ORLAN BAY -- Lorn said it was “far too slow”.', ['Lorn']],
    [
      'an adjective of a people',
      'The channel is “far too shallow”, according to the Italian team’s coach.',
      ['the Italian team’s coach'],
    ],
    ['no dateline', 'ORLAN BAY - Mayor Peter Orlan said it was “far too slow”.', ['Mayor Peter Orlan']],
    [
      'a day within a source',
      'The channel is “far too shallow”, according to a Tuesday survey of the board.',
      ['a Tuesday survey of the board'],
    ],
    ['plural possessive', 'The dockers’ union wrote that it was “far too slow”.', ['The dockers’ union']],
    [
      'no verb within the source',
      'A spokeswoman for Lorn declined to comment, but said it “stands by every word”.',
      ['A spokeswoman for Lorn'],
    ],
    ['naming', 'Lorn called the plan “a gift”.', ['Lorn']],
    ['participle', 'Lorn praised the crews, adding that they had done “a fine job”.', ['Lorn']],
    ['coordinated verbs', 'Lorn visited the harbour and said the work was “nearly done”.', ['Lorn']],
    ['colon', 'Lorn added: “We will dig.”', ['Lorn']],
    ['signature', '“We will dig until winter comes.” — Ada Lorn', ['Ada Lorn']],
    ['contraction', 'He’s claiming the channel is “far too shallow”.', ['He']],
    ['forgotten comma', '“We will dig until winter comes” Lorn said.', ['Lorn']],
    ['pointed out', 'Lorn pointed out that the channel was “far too shallow”.', ['Lorn']],
    ['no verb between name and adjunct', 'Lorn in a statement said the work was “nearly done”.', ['Lorn']],
    ['passive, behind', 'The channel is “far too shallow”, it was claimed by Orlan on Monday.', ['Orlan']],
    ['passive, in front', 'The deal was described by one diver as “far too slow for us”.', ['one diver']],
    ['told by', 'Reporters were told by Lorn that the dock “will not be built”.', ['Lorn']],
    [
      'told by nobody',
      '“We will dig until winter,” divers were told, according to two people near the board.',
      ['two people'],
    ],
    ['hearsay', 'Orlan is said to have been “absolutely furious about it”.', [null]],
    [
      'somebody tied to something',
      '“It is over,” a person familiar with the matter said.',
      ['a person familiar with the matter'],
    ],
    ['a banner', '“It is a disgrace,” read a banner above the gate.', ['a banner']],
    ['the noun of a role', 'The secretary’s pledge of “a deeper dock” has not been kept.', ['The secretary']],
    ['a rubric', 'Q&A: “we will not sell the dock this year”', [null]],
    ['a crowd', 'The room broke into chants of “dig now, dig deep” at once.', [null]],
    ['what is judged', 'On the quay Lorn’s statement was “nowhere near to being true”.', [null]],
    ['a slogan', 'Lorn’s slogan is “dig now and dig deep”.', ['Lorn']],
    ['played down as', 'Orlan played down Lorn’s comments as “just part of the game”.', ['Orlan']],
    ['noun of speech', 'Lorn’s claim that the channel is “far too shallow” was wrong.', ['Lorn']],
    ['split', '“We dig,” Lorn said. “We always dig here.”', ['Lorn', 'Lorn']],
    [
      'a subject behind a clause',
      'After a reporter finished her work, Orlan stood up and said: “We dig.”',
      ['Orlan'],
    ],
    [
      'a clause between commas is no aside',
      'In a note to old friends, Lorn is selling a plan that seems to please them, vows to end what she calls “the war on mud”.',
      ['Lorn'],
    ],
    [
      'what some call',
      'Lorn rejected claims that she had agreed to what some engineers call “a mud tax.”',
      ['some engineers'],
    ],
    [
      'a participle that belongs to somebody else',
      'Orlan ended with a word to anyone hoping for rain:\n\nWe will not wait for the rain to fill it.',
      ['Orlan'],
    ],
    [
      'next paragraph',
      'Lorn spoke last. “We dig,” she said.\n\n“We always dig in this harbour.”',
      ['she', 'she'],
    ],
  ])('%s', (_, text, expected) => {
    expect(sources(`${INTRO}\n\n${text}\n\n${INTRO}`)).toEqual(expected);
  });

  it('is nobody whom only the headline names', () => {
    const text = 'Ben Tarn Mourned at Sea\n\nAt dusk Peter Orlan came. “Good evening,” he said.';
    expect(names(text)).toEqual(['Peter Orlan']);
  });

  it('is not guessed', () => {
    expect(sources(`${INTRO}\n\nThe rain fell.\n\n“We will all dig until the winter comes to us.”`)).toEqual([
      null,
    ]);
  });

  it.each([
    ['no cue', 'The harbour has a “mud pier” for small boats.'],
    ['title', 'The “Harbour Blues” reached the charts.'],
  ])('a term is no speech: %s', (_, text) => {
    expect(sources(`${INTRO}\n\n${text}\n\n${INTRO}`)).toEqual([]);
  });
});

describe('whom the words stand for', () => {
  it.each([
    ['short name', 'Lorn said: “We will dig until winter.”', ['Ada Lorn']],
    ['she', 'Lorn spoke last. She said: “We will dig until winter.”', ['Ada Lorn']],
    [
      'she who spoke to somebody',
      'Speaking to Claire Dunne on the radio, Ada Lorn defended the plan. “We will dig until winter,” she said.',
      ['Ada Lorn'],
    ],
    [
      'she who gave an interview',
      'In an interview with Claire Dunne, Ada Lorn ruled out a delay. “We will dig until winter,” she said.',
      ['Ada Lorn'],
    ],
    [
      'whoever is so old',
      'Ben Tarn, 17, ran. His coach Eva Holt, 52, watched. “I slipped twice,” said the 17-year-old.',
      ['Ben Tarn'],
    ],
    [
      'one of a people',
      'Marco Bellin won the race on Sunday. “We will dig until winter,” the Italian said. Italy had not won for years.',
      ['Marco Bellin'],
    ],
    ['he is not she', 'Orlan met Lorn. “We will dig until winter,” she said.', ['Ada Lorn']],
    ['a name in a quotation is nobody’s antecedent', 'Lorn spoke. “Let Orlan dig,” she said.', ['Ada Lorn']],
    [
      'role',
      'Harbour secretary Peter Orlan came. “We will dig until winter,” the secretary said.',
      ['Peter Orlan'],
    ],
    [
      'an honour behind a name in an aside',
      'Her lawyer, Stephen Iqbal QC, said it was “far too slow”.',
      ['Stephen Iqbal'],
    ],
    [
      'a holder of a seat behind a noun',
      '“Who would not be?” said the legislator, Representative Carl Holm.',
      ['Carl Holm'],
    ],
    ['somebody to a body', 'The union met. “We dig,” its convener, Barrister Eva Holt, said.', ['Eva Holt']],
    [
      'somebody to somebody named',
      'Orlan quit. Orlan’s agent, Kim Sallow, said it was “far too slow”.',
      ['Kim Sallow'],
    ],
    [
      'one whose husband is named too',
      '“We dig,” said Eva Holt, whose husband, Ben Tarn, built it. “I dug it,” she said.',
      ['Eva Holt', 'Eva Holt'],
    ],
    [
      'one of many',
      'One of the traders, who gave no name, said touts had come. “They took my scale,” he said.',
      ['One of the traders'],
    ],
    [
      'one minister of many',
      'Prime Minister Eva Holt met Water Minister Ben Tarn. “We dig,” the prime minister said. “No,” the Water Minister said. “Why?” the foreign minister asked.',
      ['Eva Holt', 'Ben Tarn', 'the foreign minister'],
    ],
    ['a trade', 'Her plumber, Ben Tarn, came. Orlan was late. “We dig,” the plumber said.', ['Ben Tarn']],
    [
      'a trade told behind',
      'Ben Tarn, 45, a plumber from Hale, came. “We dig,” the plumber said.',
      ['Ben Tarn'],
    ],
    ['an age', 'Orlan was late. “We dig,” the 52-year-old said.', ['Peter Orlan']],
    [
      'a title behind the comma',
      '“We dig,” her rescuer, Sergeant Martin Wells, told reporters.',
      ['Martin Wells'],
    ],
    [
      'a name before a role is not the person',
      '“We dig,” said Lorn spokesman Martin Wells.',
      ['Martin Wells'],
    ],
    [
      'a name within a title is not the person',
      '“We dig,” said former Lorn Senior Adviser Martin Wells.',
      ['Martin Wells'],
    ],
    ['two persons', '“We dig,” Lorn and Orlan said.', ['Ada Lorn and Peter Orlan']],
    ['a campaign is not the person', '“We dig,” the Lorn campaign said.', ['the Lorn campaign']],
    [
      'a nominee for vice president is none for president',
      'Vice presidential nominee Ada Lorn came. “We dig,” said the presidential nominee.',
      ['the presidential nominee'],
    ],
    ['spokesman is not the person', '“We will dig,” said Lorn’s spokesman.', ['Lorn’s spokesman']],
    ['an aside names', 'The head of the board, Ada Lorn, said it was “a good day”.', ['Ada Lorn']],
    [
      'an aside of a counterpart',
      'Her counterpart at the dock, Ada Lorn, said it was “a good day”.',
      ['Ada Lorn'],
    ],
    ['an aside of a boss', 'His former boss, Ada Lorn, said it was “a good day”.', ['Ada Lorn']],
    ['an aside behind the cue', '“We dig,” said the envoy to Mirdia, Peter Orlan.', ['Peter Orlan']],
    [
      'an aside of a place names nobody',
      'The governor of Orlan Bay, New Mirdia, said it was “a good day”.',
      ['The governor of Orlan Bay'],
    ],
    [
      'a plural is not she',
      'Ministers said it was “a pause”. “We dig,” she said.',
      ['Ministers', 'Ada Lorn'],
    ],
    [
      'a name before a noun is not he',
      'Orlan spoke. In June, he praised the Martin Wells fund. “We dig,” he said.',
      ['Peter Orlan'],
    ],
    ['a topic is not he', 'Orlan spoke. Of Martin Wells, he said: “We dig.”', ['Peter Orlan']],
    [
      'he, of whom he spoke',
      'Orlan spoke. He met Martin Wells, who he said was “far too old”.',
      ['Peter Orlan'],
    ],
    [
      'a vice president is not the president',
      'Orlan spoke. Vice President Ada Lorn came. “We dig,” said the president.',
      ['the president'],
    ],
    [
      'a role with a place is whoever is said to be of it',
      'Orlan Bay Governor Peter Orlan met Governor Ada Lorn. “We dig,” said the Orlan Bay governor.',
      ['Peter Orlan'],
    ],
    [
      'a role with a place of none of them',
      'Orlan Bay Governor Peter Orlan met Governor Ada Lorn. “We dig,” said the Mirdia governor.',
      ['the Mirdia governor'],
    ],
    [
      'another state’s',
      'Senator Ada Lorn (R-Ohio) came. “We dig,” said the Vermont senator.',
      ['the Vermont senator'],
    ],
    [
      'the other party’s',
      'Republican Senator Ada Lorn came. “We dig,” said the Democratic senator.',
      ['the Democratic senator'],
    ],
    [
      'a body of a role is not its holder',
      'Governor Ada Lorn came. “We dig,” the governor’s campaign said.',
      ['the governor’s campaign'],
    ],
    ['a figure is nobody', 'Some stayed, while 73 percent said it was “far too slow”.', [null]],
    [
      'a role that goes on',
      'Lorn spoke. “We dig,” said Lorn.\n\n“We dig again,” the northern governor continued.',
      ['Ada Lorn', 'Ada Lorn'],
    ],
    [
      'the statement',
      '“We dig,” Lorn said in a statement. “It rains,” said Orlan.\n\n“We dig again,” the statement said.',
      ['Ada Lorn', 'Peter Orlan', 'Ada Lorn'],
    ],
    ['spokesman for the person', '“We dig,” said a spokesman for Orlan.', ['a spokesman for Orlan']],
    ['aide to the person', 'An aide to Peter Orlan said it was “a good day”.', ['An aide to Peter Orlan']],
    ['a role and its place', '“We dig,” said Mayor of Lissow Ada Lorn.', ['Ada Lorn']],
    [
      'he, behind somebody without a name who does something to another',
      'The minister hired Peter Orlan. “We will dig,” he said.',
      ['The minister'],
    ],
    [
      'he, who is the last of a copula',
      'The winner was Peter Orlan. “We will dig,” he said.',
      ['Peter Orlan'],
    ],
    [
      'he replies who was asked',
      'Martin Wells asked Orlan if the dock was safe. “It was dark,” he replied.',
      ['Peter Orlan'],
    ],
    [
      'he replies to whom something was said',
      '“Is it safe?” Martin Wells said to Mr Orlan. “It was dark,” he replied.',
      ['Martin Wells', 'Peter Orlan'],
    ],
    ['one of them', 'One of them, student Martin Wells, said it was “far too old”.', ['Martin Wells']],
    [
      'she, of whom only the trade is told',
      'A waitress, who saw it, said the dock was wet. “We dig,” she said.',
      ['A waitress'],
    ],
    [
      'he, of whom a clause tells more',
      'A geologist who drilled there in 2019 said the dock was wet. “We dig,” he said.',
      ['A geologist who drilled there in 2019'],
    ],
    ['a councillor', '“We dig,” Cr Orlan said.', ['Peter Orlan']],
    [
      'two of one surname',
      'Mr Toft and Ms Toft came. “We dig,” Mr Toft said. “No,” she said.',
      ['Mr Toft', 'Ms Toft'],
    ],
    [
      'one whose kin has the name too',
      'Rolf Toft has died. His daughter, the writer Clara Toft, was there. Clara Toft wept. Toft said in 2019 that it was “far too late”.',
      ['Rolf Toft'],
    ],
    ['what a heading is about', 'Orlan flood: “We lost it in ten minutes”', [null]],
    ['whom a heading names', 'Orlan on the flood: “We lost it in ten minutes”', ['Peter Orlan']],
    [
      'a minister of state',
      'Minister of State for Harbours Anna Toft hit back, saying they had given “not a single penny”.',
      ['Anna Toft'],
    ],
    ['no credit to a first name', '“It is dug,” said Per Olin, a digger. Orlan left.', [null]],
    [
      'the boss of a side, not the side',
      'Weston Vale 2-1 Marle. Weston boss Asha Verne was unhappy with the bench. “It is wet,” she said.',
      ['Asha Verne'],
    ],
    [
      'one with letters behind the name',
      'Her lawyer, Stephen Vell QC, said: “She dug.” Her agent, Dame Ruth Toft DBE, said it was “false”.',
      ['Stephen Vell', 'Ruth Toft'],
    ],
    ['in whose words it is', 'It rained. In the words of Orlan, it is “far too wet”.', ['Peter Orlan']],
    ['who is quoted', 'It rained, she said. To quote Orlan: “We are done.”', ['Peter Orlan']],
    ['who', 'Everybody heard Orlan, who said the work was “nearly done”.', ['Peter Orlan']],
  ])('%s', (_, text, expected) => {
    expect(names(`${INTRO}\n\n${text}\n\n${INTRO}`)).toEqual(expected);
  });
});

describe('transcripts and interviews', () => {
  it.each([
    [
      'names',
      'ADA LORN: We dig on.\n\nPETER ORLAN: We do not.\n\nLORN: We said “never” to that.',
      ['Ada Lorn', 'Peter Orlan', 'Ada Lorn'],
    ],
    [
      'the one who is interviewed',
      'Q: Will you dig?\n\nA: We will, until winter.\n\nQ: Why?',
      [null, null, null],
    ],
    [
      'surnames of whom it tells',
      'Orlan: We say it is deep.\n\nLorn: It is deep to you.\n\nOrlan: It was deep.',
      ['Peter Orlan', 'Ada Lorn', 'Peter Orlan'],
    ],
    [
      'a moderator',
      'MODERATOR: Is it deep?\n\nPeter Orlan: It is deep.\n\nMODERATOR: Thank you for that.',
      ['MODERATOR', 'MODERATOR'],
    ],
    [
      'those whose turns it is by now',
      'MODERATOR: It is deep.\n\nPeter Orlan: It is not.\n\nMODERATOR: It is.\n\nPeter Orlan: It is dug.',
      ['MODERATOR', 'Peter Orlan'],
    ],
    ['one by what he says', 'Peter Orlan: I would dig on.', ['Peter Orlan']],
    ['rubrics', 'Note: We dig.\n\nKey Highlights: We dig on.\n\nNote: It is late.\n\nUpdate: It is dug.', []],
    ['places', 'MUMBAI: The port is shut.\n\nPARIS: It is dug.\n\nMUMBAI: The port is open.', []],
    ['too few', 'ADA LORN: The port is shut.\n\nPETER ORLAN: It is open.', []],
    ['results', 'Peter Orlan: 12; 14.\n\nAda Lorn: 13; 15.\n\nPeter Orlan: 12; 10.', []],
  ])('%s', (_, text, expected) => {
    expect(names(`${INTRO}\n\n${text}\n\n${INTRO}`)).toEqual(expected);
  });

  it('tells who answers where nobody else is named', () => {
    const text =
      'The mayor, Ada Lorn, spoke to us.\n\nQ: Will you dig?\n\nA: Yes, we will.\n\nQ: Why is that?';
    expect(names(text)).toEqual([null, 'Ada Lorn', null]);
    expect(names(text.replace('Will you dig', 'Will you dig, Peter Orlan'))).toEqual([null, null, null]);
  });
});

describe('headings that quote', () => {
  const body = 'Lorn said: “The harbour stays open until the last ship has left.” Orlan said: “It rains.”';

  it.each([
    ['curly', '“The Harbour Stays Open”', 'Ada Lorn'],
    ['single', '‘The Harbour Stays Open’', 'Ada Lorn'],
    ['before a colon', '‘The Harbour Stays Open’: Board Votes Again', 'Ada Lorn'],
    ['straight, before a colon', "'The Harbour Stays Open': Board Votes Again", 'Ada Lorn'],
    ['nobody says so', '“We Never Said So Here”', null],
    ['whom it introduces', '‘We Never Said So Here’: Peter Orlan on the Harbour', 'Peter Orlan'],
    ['who says it stands there', 'Orlan: ‘The Harbour Stays Open’', 'Peter Orlan'],
  ])('%s', (_, heading, name) => {
    expect(names(`${INTRO}\n\n${heading}\n\n${INTRO} ${body}`)).toEqual([name, 'Ada Lorn', 'Peter Orlan']);
  });

  it('two said so: neither is guessed', () => {
    const text = `${INTRO}\n\n“The Harbour Stays Open”\n\n${body} “The harbour stays open,” said Orlan.`;
    expect(names(text)[0]).toBeNull();
  });

  it.each([
    ['a term', 'Board Votes on ‘Mud Tax’ Again'],
    ['a word', 'Reports: ‘Slow’ Work in Harbour'],
  ])('%s is none', (_, heading) => {
    expect(names(`${heading}\n\n${INTRO} ${body}`)).toEqual(['Ada Lorn', 'Peter Orlan']);
  });
});

describe('utterances', () => {
  const utterances = (text: string): string[] =>
    detectMentions(readArticle(`${INTRO}\n\n${text}`)).quotations.map((q) => q.utterance);

  it.each([
    ['split by its attribution', '“We dig,” Lorn said. “We always dig here.”', 1],
    ['split within a sentence', '“We dig,” Lorn said, “until winter comes.”', 1],
    ['over paragraphs', 'Lorn said: “We dig.\n\n“We always dig here.”', 1],
    ['two speakers', '“We dig here,” Lorn said. “We never dig here,” Orlan said.', 2],
    ['two phrases of one sentence', 'Lorn called it “a fine gift” and “a heavy curse”.', 2],
  ])('%s', (_, text, count) => {
    const all = utterances(text);
    expect(all).toHaveLength(2);
    expect(new Set(all).size).toBe(count);
  });
});

describe('indirect speech', () => {
  const reported = (text: string): [string, string | null][] => {
    const whole = `${INTRO}\n\n${text}`;
    return detectMentions(readArticle(whole)).indirect.map((i) => [
      whole.slice(i.start, i.end),
      i.source?.name ?? null,
    ]);
  };

  it.each([
    ['that', 'Lorn said that the board wants deep water.', [['the board wants deep water', 'Ada Lorn']]],
    ['no that', 'Lorn said the board wants deep water.', [['the board wants deep water', 'Ada Lorn']]],
    ['behind', 'The board wants deep water, Lorn said.', [['The board wants deep water', 'Ada Lorn']]],
    [
      'adding',
      'Lorn praised the crews, adding that the work must go on.',
      [['the work must go on', 'Ada Lorn']],
    ],
    [
      'two cues',
      'Lorn said the board wants deep water, while stressing that the crane must stay.',
      [
        ['the board wants deep water', 'Ada Lorn'],
        ['the crane must stay', 'Ada Lorn'],
      ],
    ],
    [
      'two who disagree',
      'Lorn said the channel was shallow, although a person close to the board said the crane would stay.',
      [
        ['the channel was shallow', 'Ada Lorn'],
        ['the crane would stay', 'a person close to the board'],
      ],
    ],
    ['none', 'Lorn went home after the vote.', []],
    [
      'the end of a quotation in the next paragraph',
      'Lorn said, “We dig here.\n\nThe board says we dig again.” It was late.',
      [['The board says we dig again.', 'Ada Lorn']],
    ],
    [
      'a quotation that ends some paragraphs later',
      '“We dig here.\n\nWe dig there.\n\nWe dig again,” Lorn wrote.',
      [
        ['We dig there.', 'Ada Lorn'],
        ['We dig again,', 'Ada Lorn'],
      ],
    ],
    [
      'many are no part of one',
      'It was a trick officials said would end the work.\n\nIt was a trick officials say: the work will end.',
      [['the work will end', 'officials']],
    ],
    [
      'a verb that goes on has the subject of the sentence',
      'The board lifted its spending to 7 percent of GDP and reaffirmed its plan for the docks.',
      [['its plan for the docks', 'The board']],
    ],
    [
      'past the hearer, the occasion and the day',
      'Lorn told reporters in a call on Monday that the channel was shallow.',
      [['the channel was shallow', 'Ada Lorn']],
    ],
    ['past the day', 'Lorn said Friday the channel was shallow.', [['the channel was shallow', 'Ada Lorn']]],
    [
      'in front of an occasion',
      'The channel was far too shallow, Lorn said in a call.',
      [['The channel was far too shallow', 'Ada Lorn']],
    ],
    [
      'goes on behind',
      'The channel, Lorn said, was far too shallow.',
      [['The channel, Lorn said, was far too shallow', 'Ada Lorn']],
    ],
    [
      'inverted',
      'The channel was far too shallow, said Lorn.',
      [['The channel was far too shallow', 'Ada Lorn']],
    ],
    [
      'as somebody said',
      'As Lorn told the board, the channel was far too shallow.',
      [['the channel was far too shallow', 'Ada Lorn']],
    ],
    [
      'a second subject',
      'Lorn said the channel was shallow, but Orlan insisted the boats were safe.',
      [
        ['the channel was shallow', 'Ada Lorn'],
        ['the boats were safe', 'Peter Orlan'],
      ],
    ],
    ['a vow', 'Lorn vowed to keep the old crane.', [['to keep the old crane', 'Ada Lorn']]],
    [
      'a gerund is no adjunct',
      'Mending it will cost a fortune, Lorn said.',
      [['Mending it will cost a fortune', 'Ada Lorn']],
    ],
    [
      'an aside of a party',
      'Lorn, D-Orlan, the head of the board, said the channel was shallow.',
      [['the channel was shallow', 'Ada Lorn']],
    ],
    [
      'a name further on in the source',
      'A spokeswoman for Mud College in North Orlan said the channel was shallow.',
      [['the channel was shallow', 'A spokeswoman for Mud College in North Orlan']],
    ],
    [
      'some of a group',
      'Another Republican said the channel was shallow.',
      [['the channel was shallow', 'Another Republican']],
    ],
    [
      'a body named by two nouns',
      'The channel was shallow, according to a senior law enforcement official.',
      [
        [
          'The channel was shallow, according to a senior law enforcement official.',
          'a senior law enforcement official',
        ],
      ],
    ],
    [
      'past a parenthesis',
      'Lorn (whom divers had asked for an honest answer) said the channel was shallow.',
      [['the channel was shallow', 'Ada Lorn']],
    ],
    [
      'who, of an apposition',
      'They asked Martin Wells, a diver and head of the Mud Centre, who said the channel was shallow.',
      [['the channel was shallow', 'Martin Wells']],
    ],
    [
      'people by a figure',
      '58 percent of the voters said the channel was shallow.',
      [['the channel was shallow', '58 percent of the voters']],
    ],
    [
      'people by their ending',
      'The dock closed after surveyors reported deep cracks in it.',
      [['deep cracks in it', 'surveyors']],
    ],
  ])('%s', (_, text, expected) => {
    expect(reported(text)).toEqual(expected);
  });

  it.each([
    ['a figure', 'Boats paid 7 percent of it, while 73 percent said the channel was shallow.'],
    ['a pronoun of nobody', 'The rain fell. It said the channel was shallow.'],
    ['the reader', 'I said the channel was shallow. We believe the channel is shallow.'],
  ])('%s is nobody', (_, text) => {
    const sources = detectMentions(readArticle(`Rain in the Harbour\n\n${text}`)).indirect.map(
      (i) => i.source,
    );
    expect(sources.filter((source) => source !== null)).toEqual([]);
  });

  it.each([
    ['an occasion', 'Lorn said in a call on Monday.'],
    ['beside a quotation', 'In a call with divers, Lorn said, “We dig until winter.”'],
    ['a passive', 'Lorn was told the channel would stay shallow.'],
    ['a passive without auxiliary', 'Two divers feared dead in the harbour were found by Lorn.'],
    ['a denial', 'Lorn did not say the channel would stay shallow.'],
    ['an intention', 'Lorn would pledge that the channel stays open.'],
    ['what is expected', 'Lorn expected to win the vote of the board.'],
    ['what a thing shows', 'The performance of the crane confirmed that the channel was shallow.'],
    ['a noun', 'Some state officials praised the work of the board.'],
    ['a noun behind its owner', 'Lorn’s repeated praise of the crews in the harbour was heard.'],
    ['a comparison', 'The crane has more cracks than ministers admitted.'],
    ['what they call it', 'For years Lorn fought what critics say is a tax on mud.'],
    ['what it changed', 'The storm changed what divers thought a harbour could be.'],
    ['how they see it', 'The storm changed how divers think a harbour works.'],
    ['nobody', 'No officials said the channel was shallow.'],
    ['an event', 'In a port where a storm was thought to be near, the storm said the channel was shallow.'],
    ['an act', 'Lorn maintained a lead over Orlan in the race.'],
    ['how they answered', 'Lorn responded angrily to the plan of the board.'],
    ['only an occasion in front', 'Over coffee, and with the help of charts, Lorn explained.'],
    ['a pronoun for it all', 'Lorn said it over and over to the crews.'],
  ])('%s reports nothing', (_, text) => {
    expect(reported(text)).toEqual([]);
  });
});
