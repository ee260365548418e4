import { inLatin } from '../../text/name-spellings.ts';

/** Common given names of many cultures as news in Latin script writes them; put together by us from general knowledge, folded. */
export const firstNames: ReadonlySet<string> = new Set(
  `
  aaron abby abdel abdelaziz abdelfattah abdul abdulaziz abdullah abe abel abiy abraham ada adam adele adolf adrian adriana agatha agnes ahmad ahmed ahmet
  aidan aiko aisha akbar akihito akio akira al alain alan alba albert alberto aleksandar aleksander aleksandr alejandra alejandro aleksei alena alessandra
  alessandro alex alexa alexander alexandra alexandre alexandria alexei alexey alexis alfonso alfred alfredo ali alice alicia alina alisa alison alistair
  allan allen alma aloysius amal amanda amar amber amelia ami amina amir amit amy ana anand anastasia anatoly anders andre andrea andreas andrei andres
  andrew andrey andrzej andy angel angela angelina angelo angus anil anita anja anjali ann anna annalena anne annegret annemarie annette annie anselm ansgar anthony
  antje antoine anton antonella antonia antonio antony anwar april arash archie ariana ariel arjun armando armin arne arnold aron arsene art arthur artur
  arturo arvind asad asha ashley ashraf astrid atal atsuko audrey august augusto augustus aung aurelia austin ava avi axel ayesha ayman aziz babak
  barack barbara barbra barry bart bartholomew bashar basil beata beate beatrice beatrix ben benazir benedict benedikt benito benjamin bennett benny benoit
  bernadette bernard bernardo bernd bernhard bernie bert bertha bertrand beth bettina betty beverly bianca bill billy birgit bjorn blaise blake bob bobby
  bogdan bohdan bonnie boris brad bradley brandon branko brenda brendan brent bret brett brian bridget brigitte britney bronislaw bruce bruno bryan bryce burkhard
  caleb cameron camila camilla carl carla carlo carlos carmen carol carole carolin carolina caroline carolyn carrie carsten casey casper catarina catherine
  cathy cecil cecilia cedric celine cem cesar chad chandra chandler charlene charles charlie charlotte chelsea cheryl chiara chloe chris christa christian
  christiane christina christine christoph christophe christopher chuck cindy claire clara clarence clark claude claudia claudine claudio claus clay clayton clement
  clemens cleo cliff clifford clint clinton clive clyde cody colin colleen colm connie connor conor conrad constance constantin cora cordula corey cornelia cornelius
  cory costas courtney craig cristian cristiano cristina curt curtis cynthia cyril cyrus dagmar daisuke dale dalia damian damien dan dana daniel daniela daniele
  danielle danilo danny dante daria dario darius darko darlene darrell darren daryl dave david davide dawn dean deb deborah debra deepak deirdre delia denis
  denise dennis denys denzel derek derrick desmond detlef detlev devin dharma diana diane dick diego dieter dietmar dietrich dilma dimitri dimitris dina dinesh dirk dmitri
  dmitry dmytro dolores dom domenico dominic dominik dominique don donald donatella donna dora doreen doris dorothea dorothee dorothy doug douglas dragan drew duncan dusan
  dustin dwayne dwight dylan earl ebrahim ed eddie edgar edith edmund edna eduard eduardo edward edwin egon ehud eileen ekaterina elaine eleanor elena elfriede eli
  elias elie elijah elisa elisabeth elise elizabeth elke ella ellen elliot elliott elmar elon elsa elton elvira elvis emil emilia emilie emilio emily emine emma
  emmanuel emmanuelle enrico enrique eric erica erich erik erika erin ernest ernesto ernst errol erwin esmeralda esteban estelle esther ethan etienne eugen eugene eugenia
  eunice eva evan eve evelyn evgeny ewald ewa eyal ezra fabian fabio fabrice fadi faisal faith faiz fareed farid farouk fatima fatma faustin fedor felicia
  felicity felipe felix ferdinand fergus fernanda fernando fidel fiona florence florian floyd frances francesca francesco francine francis francisco franco francois francoise
  frank frankie franklin franz fraser fred freddie freddy frederic frederick frederik freya frida frieda friedrich fritz fumio fyodor gabriel gabriela gabriele gabriella
  gabrielle gail galina gamal gareth garry gary gaston gavin geert geoff geoffrey georg george georges georgia georgina georgios gerald gerard gerd gerda gerhard
  gero gert gertrude ghassan giancarlo gianni gideon gilbert gilles gina giorgia giorgio giovanni gisela giulia giuliano giuseppe glen glenn gloria goran
  gordon gotabaya grace graham grant greg gregor gregory greta gretchen grigory guido guillaume guillermo gunnar gunter gunther gus gustav gustavo guy gwen haakon habib
  hadi hailey hakan haley halima hamid hamza hank hanna hannah hannelore hannes hannibal hans hansjorg harald harold harriet harris harry hartmut haruki harvey hasan hashim
  hassan hatice hayden hazel heather hector hedwig heidi heike heiko heiner heinrich heinz helen helena helene helga helge helmut helmuth hendrik henri henriette henrik
  henry herbert heribert herman hermann hermione hideki hilary hilda hildegard hillary hilmar hiroshi hiroyuki holger holly homer horst howard hosni hubert hubertus hugh hugo
  humphrey hussein ian ibrahim ida ignacio ignatius igor ike ilham ilan ilona ilse imran inge ingeborg ingo ingrid ines ingmar iman ira irene iris irina irma isaac isabel
  isabella isabelle ishaan ismail ismet israel issa istvan ivan ivana ivica ivo ivy jaap jacek jacinda jack jackie jackson jacob jacques jacqueline jade jafar jaime jair jake jakob
  jamal james jamie jan jana jane janet janez janice janine jannik janos jared jason jasmin jasmine javier jay jayden jean jeanette jeanne jeb jed jeff jeffrey jen jenna jennifer
  jenny jens jens-christian jeremiah jeremy jerome jerry jesse jessica jesus jill jim jimmy jitka jo joachim joan joann joanna joanne joao jochen jodie joe joel joerg johan johann johanna johannes
  john johnny johnson jon jonah jonas jonathan jordan jordi jorg jorge jose josef joseph josephine josh joshua josip joy joyce juan juana juanita judith judy jules julia julian juliana julie
  juliet julien juliette julio julius june jung juri jurgen justin justine justus jutta kamal kamala karan kareem karen karim karin karina karl karla karlheinz karol karolina karoline karsten kasim kaspar
  kassym-jomart kate katerina katharina katherine kathleen kathrin kathryn kathy katie katja katrin katsuya kay kazuo keiko keir keith kelly kemal ken kendra kenneth kenny kent kerry kerstin kevin khaled
  khalid khalifa kiran kirk kirsten kirsty kishore kjell klara klaus klemens knut kofi konrad konstantin kris krishna kristen kristian kristin kristina kristine krzysztof kumar kurt kwame kyle kylie kyriakos
  lachlan ladislav lana lance lara larissa larry lars laszlo latifa laura lauren laurence laurent lawrence lea leah lech lee leif leila lena lennart lennox lenny leo leon leonard leonardo leonid leonie leonora
  leopold leroy leslie lester leticia levi lewis leyla liam liana libby lidia lila lili lilian lillian lily linda lindsay lindsey lionel lisa lisbeth lise lloyd lois lola lore lorena lorenz lorenzo loretta lori
  lorraine lothar lou louis louise luca lucas lucia luciano lucien lucille lucius lucy ludwig luigi luis luisa luise luiz lukas luke luther lydia lyndon lynn mabel madeleine madeline madison magda magdalena mahathir mahmoud mahmud mahmut
  maia maja malala malcolm malik malte manfred manfried manmohan manny manoj manuel manuela manuela marc marcel marcella marcelo marcia marco marcos marcus margaret margareta margarete margarita margot margret margrethe maria marian mariana marianne
  marie mariano marija marijana marilyn marin marina marine mario marion maris marisa marissa marius mariusz mark marko markus marlene marlon marsha marta martha martin martina marty marvin mary maryam
  masha masoud mason massimo mateo mateusz mathias mathieu mathilde matilda matt matteo matthew matthias matthieu maureen maurice mauricio maurizio max maxim maxime maximilian maxine maya mechthild megan mehdi mehmet
  mel melanie melinda melissa mercedes mette mevlut mia michael michal micheal micheil michel michela michele michelle mick mickey miguel mihai mikael mike mikhail mikheil miki miko milan mildred milena miles milos milton
  mimi minh mina mira miranda miriam miro miroslav mirko misha mitch mitchell mitt mo modest mohamed mohammad mohammed mohammad-reza moira molly mona monica monika monique morgan moritz morris morten moses mostafa muammar muhammad muhammadu mukesh munir murat muriel
  murray musa mustafa mwai mykhailo mykola myriam nabil nadeem nadia nadine nadja nadezhda nana nancy naomi naoto narendra nasser nastassja natalia natalie natasha nathan nathaniel nayib ned neil nelson nelly nestor newt ngozi ngo nguyen nicholas nick nicki nicky nico nicola
  nicolae nicolas nicole nigel nikita nikki niklas niko nikol nikola nikolai nikolaus nikolay nikos nils nina nino nisha nizar noah noam noel nolan nora norbert noriko norma norman norbert nour nouri nuri octavio ola olaf olav oleg oleksandr oleksii oleksiy olena olga oliver
  olivia olivier olli olof omar orlando orson oscar oskar osama osman oswald othmar otis otto owen pablo pamela paola paolo parker pascal pat patricia patrick patrik patti paul paula paulina pauline paulo pavel pavlo pawel pedro peer peggy penelope penny per percy
  perry petar pete peter petr petra petro phil philip philipp philippe phillip phoebe phyllis pia pierre pieter pietro pilar piotr placido polina polly pranab pratibha priya priyanka prosper qasem quentin quincy rachel radovan radek radoslaw rafael rafic rahul raila rainer raisa raj rajesh rajiv ralf ralph
  ram ramesh ramin ramiro ramon ramzan rana rand randall randy rani raphael rashid raul ravi ray raymond rebecca recep reem regina reginald regine reinhard reinhold remy renata renate rene renee rex reza rhonda ricardo riccardo rich richard rick ricky rishi rita
  rob robbie robert roberta roberto robin robyn rocco rochelle rod roderich roderick rodney rodolfo rodrigo rodrigue roger rohan roland rolf roman romano romeo romy ron ronald ronaldo ronan ronen ronnie rory rosa rosalia rosalind rose roseanne rosemarie rosemary rosie ross roswitha roxanne roy ruben rudi rudolf rudolph
  rudy rufus rui rupert ruslan russell ruth ryan ryszard sabine sabrina sachin saddam sadiq sahle sahra said saif sally salman salvador salvatore sam samantha samir sammy samuel sandra sandro sandy sanjay santiago sara sarah sarina sascha sasha saul scarlett scott sean sebastian seema
  selena selma serena serge sergei sergey sergio serhiy seth severin seymour shah shane shannon shari sharon shaun shawn sheikh sheila shelley sheldon sherry shigeru shinzo shirley siegfried siegmar sigmund sigmar sigrid silke silvia silvio simon simona simone sinead sirimavo slobodan sofia sofie soledad solomon somchai sonia sonja
  sophia sophie soren spencer stacey stacy stan stanislav stanislaw stanley stefan stefania stefanie stefano steffen steffi stella stephan stephane stephanie stephen steve steven stewart stuart subhash sue suella sunil sunita susan susana susann susanna susanne susie suzanne svante svenja sven svetlana swetlana sviatlana svitlana sylvester
  sylvia sylvie tadeusz taha takashi takeshi tamara tamim tammy tania tanja tanya tara tarek tariq taro tatiana tatjana tayyip ted tedros teresa terence terri terry tess tessa thabo thaksin thea thelma theo theodor theodora theodore theresa therese thierry thilo thomas thorsten tiago tiffany tilda till tim timo timothy timur tina tito tobias
  toby todd tokugawa tom tomas tomasz tommaso tommy tomislav toni tony tore torsten toshiro tracey tracy travis trevor tricia tristan troy tsai tucker tyler tyrone tyson udo ugo ulrich ulrike ulla umar umaro umberto ursula uschi usman ute uwe vaclav valentin valentina valentine valeria valerie valery vanessa vasily venus vera verena vernon
  veronica veronika veronique vesna vicente vicki vicky victor victoria vijay viktor viktoria vince vincent vincenzo viola violet violeta virgil virginia virginie vita vitali vitaly vitor vittorio viviane vivian vivien vladimir vlado volker volkmar volodymyr wade walid wallace walter waltraud wanda ward warren wayne wendy werner wes wesley whitney wilbur
  wilfried wilhelm wilhelmina will willard william willem willi willy wilma wim winfried winston wladimir wlodzimierz wojciech wolf wolfgang wolodymyr woody xavier xenia yair yamila yan yann yanis yasmin yasser yevgeny yitzhak yoko yolanda york yoshihide yoshiko youssef yuki yukio yulia yuri yusuf yves yvette yvonne zachary zahra zainab
  zbigniew zdenek zeinab zelda zeynep zine zinedine zoe zoltan zoran zuzana
  `
    .trim()
    .split(/\s+/),
);

/** Family names that stand first in Chinese, Korean and Vietnamese names. */
export const leadingFamilyNames: ReadonlySet<string> = new Set(
  `ahn bae ban bong cai cao chang chen cheng chiang choi chung deng ding du fan fang feng gao geng guo han hao he ho hong hu huang hun hwang jang ji jiang jin kang kim ko kwon lai lee li liang lim lin liu lu luo ma mao moon nguyen
  noh oh pan park peng pham phan qian qin ren seo shao shen shi shin son song sun tan tang tao tran tsai vo wang wei wen wu xi xiao xie xu yan yang yao ye yi yin yoon yu yun zeng zhang zhao zheng zhou zhu`
    .trim()
    .split(/\s+/),
);

/** Whether a folded word is a given name we know, in Latin or Cyrillic letters; of a double one, whether its first part is. */
export function isGivenName(folded = ''): boolean {
  return firstNames.has(inLatin(folded.split('-')[0] ?? ''));
}
