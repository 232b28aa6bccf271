/**
 * What a pronoun may stand for: frequent given names and words that tell "he" from "she". Names that are common
 * for both are left out. General knowledge, written for this project. Lower case.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

export const FEMALE = words(
  `mrs ms miss madam madame lady dame queen princess duchess baroness sister mother wife daughter woman girl aunt
   grandmother actress spokeswoman congresswoman chairwoman businesswoman councilwoman anchorwoman policewoman
   widow empress countess abigail aisha alexandra alexis alice alison allison amanda amber amelia amina amy ana
   anastasia andrea angela angelina anita anja ann anna annalena anne annette annie antoinette antonia astrid
   audrey ava barbara barbra beatriz bella benazir bernadette bertha bessie beth bethany betsy bettina betty
   beverly bianca birgit bonnie brenda bridget brigid brigitte britta brittany caitlin camila candace carla carly
   carmen carol carole caroline carolyn carrie cassandra catalina catherine cathy cecile cecilia celeste celia
   chantal charlene charlotte chelsea cheryl chloe christa christiane christina christine christy cindy claire
   clara clarissa claudia colette colleen connie constance consuelo cora corinne courtney cristina crystal cynthia
   dagmar daisy daniela danielle daphne darlene dawn deanna debbie deborah debra deirdre delia delphine denise
   desiree diana diane dianne dina dolly dolores donna doreen doris dorothea dorothy edith edna eileen ekaterina
   elaine eleanor elena eleni elisa elisabeth elise elizabeth ella ellen eloise elsa elsie elvira emilia emily emma
   erica erika erin esther ethel eugenia eunice eva evangeline eve evelina evelyn farah fatima fatou faye felicia
   fiona flora florence fran frances francesca francine frida gabriela gabrielle gail georgia georgina geraldine
   gertrude gillian gina giorgia gladys gloria grace greta gretchen gudrun gwen hala hanna hannah harriet hazel
   heather hedwig heidi heike helen helena helga henrietta hermine hilda hillary huma ida ilona ilse imelda imogen
   indira ines inge ingrid irene irina irma isabel isabella isabelle ivana ivanka ivy jacinda jackie jacqueline
   jacqui jana jane janet janice janine jasmine jeanette jeanne jeannie jenna jennifer jenny jessica jill joan
   joanna joanne jocelyn jodie johanna josefina josephine josie joyce juana juanita judi judith judy julia juliana
   julie juliet julieta justine kaja kamala karen karin karina karla kate katerina katharina katherine kathleen
   kathryn kathy katie katja katrin katrina kayla kayleigh keiko keira kendra kerstin kimberly kira kirsten kirsty
   kristen kristin kristina kristine kyra larissa latoya laura lauren lauri laurie layla lea leah leanne leila lena
   leonora leticia lidia liesel liliana lillian lily lina linda ling lisa lisbeth lise liudmila liv livia liz liza
   lois lola lorena loretta lori lorna lorraine lottie louisa louise lourdes lucia lucille lucinda lucy ludmila luz
   lydia lynda lynette mabel madeleine madeline madison magdalena maggie maisie malala mandy manuela mara marcia
   maren margaret margarita margaux margot marguerite maria mariam mariana marianna marianne maribel marie marilyn
   marina marisa marissa marjorie marlene marta martha martina mary maryam maud maureen maxine maya megan mei
   mei-ling melania melissa mercedes meredith mette mia michele michelle mildred milena millie mimi minnie mira
   miranda miriam moira molly mona monika myra myriam myrtle nadia nadine nancy naomi nastasia natalia natalie
   natalya natasha nell nellie nicola nicole nikki nina nora noreen norma odette oksana olena olga olive olivia
   oriana paige paloma pamela paola patricia patsy paula pauline pearl peggy penelope penny petra philippa phoebe
   phyllis polly pooja portia priya prudence rachael rachel ramona rania raquel rebecca rebekah regina renata rhoda
   rhonda rita roberta rosa rosalie rosalind rosamund rosanna rose rosemary roxanne ruby ruta ruth sabine sabrina
   sadie sakura sally salma samantha samira sandra sania sanna saoirse sara sarah saskia selena selma sharon sheila
   shelley sheryl shirin shirley sibyl sienna sigrid silvia simone siobhan soledad solveig sonia sonja sophia
   sophie stella stephanie stephany sue sunita susan susana susannah susanne suzanne suzy svenja svetlana sylvia
   sylvie tabitha tamar tamara tammy tania tanya tara tatiana tatjana teresa teresita tessa thea thelma theresa
   therese tiffany tina trisha trudy tulsi uma una ursula valentina valerie vanessa vera verena veronica vicky
   victoria viola violet virginia vivian viviana vivien wanda wendy wilhelmina wilma winifred xenia xiaoming yael
   yasmin yolanda yuki yulia yvette yvonne zahra zainab zara zelda zoe zsuzsanna`,
);

export const MALE = words(
  `mr sir lord king prince duke baron brother father husband son man boy uncle grandfather spokesman congressman
   chairman businessman councilman anchorman policeman emperor count monsieur herr bishop pope aaron abdel abdul
   abdullah abe abel abraham adam adolf adolfo adrian agustin ahmad ahmed aidan akira alain alan albert alberto
   aldo alec aleksander aleksandr aleksei alessandro alexander alexei alfonso alfred alfredo alistair allan allen
   alonso alvaro alvin amir amit amos anatoly anders andre andreas andrei andres andrew andrii andriy andy angelo
   angus anthony antoine anton antonin antonio antony archibald ari armando arnaud arne arnold artem arthur arturo
   asif attila aurelio austin axel ban barack barry bart bartholomew bashar basil bastian ben benedict benito
   benjamin bennett benoit bernard bernardo bernie bert bill billy bjorn bob bogdan boris brad bradley brandon
   brendan brent brett brian bruce bruno bryan bryce byron calvin carl carlo carlos carsten cecil cedric cesar chad
   charles charlie chester chris christian christoph christophe christopher christos chuck clarence clayton clement
   cliff clifford clint clive clyde colin conor conrad constantin corey cornelius craig cristobal curtis cyril
   cyrus damian damien damon dan daniel danilo danny dario darius dariusz darrell darren daryl dave david declan
   denis dennis derek dermot desmond diego dieter dimitri dimitris dirk dmitri dmitry dmytro dominic don donald
   donovan doug douglas duncan dwayne dwight dylan earl ed eddie edgar edmond edmund eduard eduardo edward edwin
   efrain egon eli elias elijah elliot elliott elmer elton emil emilio emmanuel emmett enrique enzo eric erich erik
   ernest ernesto ernst ervin esteban ethan etienne eugene evan everett evgeny fabian fabio fabrice faisal federico
   felipe felix ferdinand fernand fernando fidel finn florian floyd forrest francesco francis francisco franco
   francois frank franklin frans franz fred frederic frederick frederik friedrich fritz fumio gabor gabriel gareth
   gary gaston gavin gene geoff geoffrey georg george georges gerald gerard gerardo gerhard gert gianni gilbert
   gilles giorgio giovanni giuseppe glen glenn goran gordon gottfried graeme graham greg gregory grigory guido
   guillaume guillermo gunnar gunter gus gustav gustavo guy hakan hamid hamza hank hans harold harrison harry
   haruki harvey hassan hector heinrich heinz helmut hendrik henri henrik henry henryk herbert herman hernan
   hiroshi homer horace horst howard hubert hugh hugo humphrey hussein ian ibrahim ibrahima ignacio igor ilya imran
   ingo irving isaac isaiah ismail ivan ivar jacek jack jacob jacques jair jakob jamal james janos jared jaroslav
   jarvis jason javid javier jean-claude jean-marc jeb jeff jeffrey jens jeremy jerome jerry jesper jesse jim jimmy
   jinping jiri joachim joao joaquin joe joel johan johann johannes john johnny jon jonah jonas jonathan jonathon
   jorg jorge jorgen jose josef joseph joshua josip jozef juan julian julien julio julius jurgen justin kamil
   kareem karim karl karol kaspar kazimierz keir keith kelvin ken kenji kenneth kenny kent kenzo kevin khalid
   khalil kieran kim-jong kirk klaas klaus knut kofi konrad konstantin kristian kristof kurt kwame kyle lance larry
   lars laszlo laurent lawrence lawson leif len lenny leo leon leonard leonardo leonid leroy lester levi lewis liam
   linus lionel lloyd lorenz lorenzo lothar louis luc luca lucas lucian luciano ludwig luigi luis luka lukas luke
   lula lyle maarten maciej magnus mahmoud malcolm malik manfred manuel marc marcel marcelo marcin marco marcus
   marek mario marius mariusz mark markus marlon martin marty marvin massimo mats matt matteo matthew matthias
   matthieu mattias maurice mauricio mauro max maxim maximilian maxwell maynard mehdi mehmet melvin michael michal
   michel mickey miguel mihai mikael mike mikhail mikkel miles milos milton mircea miro mitch mitchell mitt mohamad
   mohamed mohammad mohammed moritz morris morten moses muhammad murat murray mustafa nabil naftali narendra nasser
   nate nathan nathaniel nawaz neal ned neil nestor neville newt nicholas nick nicolae nicolas niels nigel nikita
   niklas nikola nikolai nikos nils noah noel norbert norman octavio olaf oleg oleksandr oliver olivier olof omar
   oscar oskar osvaldo otto owen pablo pascal pasquale patricio patrick patrik paul pavel pavlo pedro percy pete
   peter petr petro petros phil philip philippe phillip pierre pieter piotr prakash preston quentin quincy radek
   rafael rafal rahul raj rajesh ralf ralph ramesh ramiro ramon randall randy raoul raphael rashid raul ravi ray
   raymond recep reginald reinhard reinhold remi reuben rex rhys ricardo riccardo richard richie rick rickey ricky
   rishi rob robert roberto rocco rod roderick rodolfo rodrigo roger rohan roland rolf romain roman ron ronald
   ronny rory ross roy ruben rudolf rudolph rudy rufus rupert russ russell ryan ryszard saad salman salvador
   salvatore sam sami samir sammy samson samuel sander sandro sanjay saul scott seamus sean sebastian sebastien
   sergei sergey sergio seth shane shawn shigeru shinzo sid sidney siegfried silas silvester silvio simeon simon
   slobodan solomon soren stan stanislav stanley stefan stefano steffen stelian sten stephan stephane stephen
   sterling steve steven stewart stig stuart sunil sven sylvester tadeusz takeshi tariq taro ted teddy terrence
   terry theo theodor theodore thierry thomas thorsten tiago tibor tim timothy tobias toby todd todor tom tomas
   tomasz tommy tony tor torsten travis trent trevor tristan troy tyler tyrone ulrich umberto uwe vaclav valentin
   valery vernon vic vicente victor vijay vikram viktor vincent vincenzo virgil vito vittorio vlad vladimir
   vladislav volker volodymyr vyacheslav wade waldemar wallace walter warren wayne wendell werner wesley wilbur
   wilfred wilhelm willem william willie willy winston wojciech wolfgang woodrow xavier yair yannick yasser yevgeny
   yitzhak yoshihide yousef yuri yuriy yusuf yves zachary zbigniew zoltan`,
);
