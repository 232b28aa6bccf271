/**
 * What a pronoun may stand for: frequent given names and words that tell "he" from "she". Names that are common
 * for both are left out. General knowledge, written for this project. Lower case.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

export const FEMALE = words(
  'mrs ms miss madam madame lady dame queen princess duchess baroness sister mother wife daughter woman girl aunt ' +
    'grandmother actress spokeswoman congresswoman chairwoman businesswoman councilwoman anchorwoman policewoman widow ' +
    'empress countess mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa betty margaret ' +
    'sandra ashley kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura ' +
    'cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine catherine christine ' +
    'debra rachel carolyn janet maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina ' +
    'joan evelyn judith megan cheryl andrea hannah martha jacqueline frances gloria ann anne teresa kathryn sara janice ' +
    'jean alice madison doris abigail julia judy grace denise amber marilyn beverly danielle theresa sophia marie diana ' +
    'brittany natalie isabella charlotte rose alexis kayla hillary nikki kamala melania ivanka michele elena claire ' +
    'susana angelina sonia sonja olga natalia svetlana tatiana irina ekaterina yulia ursula annalena christiane kaja ' +
    'giorgia mette sanna theresa nicola priya sunita indira benazir aisha fatima zainab amina leila layla mariam maryam ' +
    'noor zahra hala rania yasmin mei ling xiaoming yuki keiko sakura ingrid astrid greta heidi petra monika carmen ' +
    'dolores guadalupe rosa isabel lucia elisa valentina gabriela camila paula claudia silvia beatriz ana luz jill ' +
    'elaine loretta debbie kirsten gwen donna jackie anita huma jan wendy tammy tulsi stacey sally peggy kate katie',
);

export const MALE = words(
  'mr sir lord king prince duke baron brother father husband son man boy uncle grandfather spokesman congressman ' +
    'chairman businessman councilman anchorman policeman emperor count monsieur herr bishop pope james robert john ' +
    'michael david william richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew ' +
    'joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan ' +
    'stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry tyler ' +
    'aaron jose adam nathan henry douglas zachary peter kyle walter ethan jeremy harold keith christian roger noah ' +
    'gerald carl terry sean austin arthur lawrence dylan jesse bryan joe billy bruce bert bernie barack bill mike mitch ' +
    'chuck ted tom tim tony jim jeff jeb ben bob rob rick ron dan dave don ed fred greg hank harry ken marco mitt newt ' +
    'nate phil ray rudy steve todd vladimir sergei sergey dmitry dmitri alexei andrei andriy andrii volodymyr oleksandr ' +
    'ivan boris mikhail nikolai recep hakan mehmet mustafa ahmed mohammed mohammad muhammad mahmoud hassan hussein ali ' +
    'omar khalid abdullah ibrahim yusuf yousef abdel bashar benjamin emmanuel francois jean-claude jacques pierre olaf ' +
    'friedrich hans jens klaus karl fritz wolfgang giuseppe matteo silvio mario luigi pedro carlos juan luis jorge ' +
    'miguel javier fernando antonio francisco manuel vicente felipe enrique jair lula nicolas narendra rahul amit imran ' +
    'nawaz shinzo fumio xi jinping li wei keir rishi boris gordon nigel gareth simon ian alan graham neil stuart jens ' +
    'viktor donald jared volker antony lindsey keir kofi ban antonio jean-marc',
);
