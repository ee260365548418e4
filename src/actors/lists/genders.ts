import { words } from '../../reading/words.ts';
import { fold } from '../../text/terms.ts';
import { firstNames } from './first-names.ts';

/** Given names of women, folded; other given names ending in -a are taken for women's too. Written by us. */
const femaleNames = words(`
  abby agnes aisha alice alison amal amber amy angel ann anne annemarie annegret annette antje ashley astrid audrey ayesha barbra beate beatrice beatrix benazir bernadette beth betty beverly birgit bonnie brigitte britney bridget camille carmen carol carole caroline carolyn carrie catherine cathy celine charlene charlotte chelsea
  cheryl chloe christiane christine cindy claire claudine colleen connie constance courtney cynthia dagmar danielle dawn deborah debbie denise diane dolores dominique doris dorothee dorothy edith eileen elaine eleanor elisabeth elise elizabeth elke ellen elfriede emily emilie emmanuelle erin esther estelle eunice eve evelyn faith
  felicity florence frances francine francoise gabriele gabrielle gail geraldine gertrude gisele gloria grace greta gretchen gwen hailey hannelore harriet heather hedwig heidi heike helen helene hermione hilary hilde hildegard hillary holly ilse imane inge ingeborg ingrid ines irene iris irmgard isabel isabelle ivy jackie jacqueline jade jane janet
  janice janine jasmin jasmine jean jeanne jeanette jen jennifer jenny jess jill joan joanne josephine joy joyce judith judy jules julie juliet juliette june karen karin kate katherine kathleen kathrin kathryn kathy katie katrin keren kerstin kim kirsten kirsty kristen kristin kristine kylie lauren leni lesley leslie libby lili lilian lily lindsay lindsey lisbeth liz lois
  lori lorraine louise lucille lucy luise lynn mabel madeleine madeline maren margaret margarete margot margrethe marianne marie marilyn marjorie marlene mary maureen mechthild megan melanie mercedes michele michelle mildred miriam molly monique muriel nadine nancy naomi natalie nicole nour olive pam patrice paige patty pauline peggy penelope penny phoebe
  phyllis polly priti rachel rebecca regine renate rhonda rose rosemarie rosemary roxanne ruth sabine sadie sally sarah saskia scarlett selin shannon sharon sheryl shirley sigrid silke simone sinead sofie sophie stacey steffi stephanie sue suzanne susan susanne svenja sylvie tammy theresa theresa therese tiffany tracy ulrike uschi ute valerie vanessa veronique vicky violet virginie vivian whitney
  wendy yasmin yvette yvonne zainab zoe liz theresa kamala angela annalena ursula giorgia sanna jacinda christine nikki kaja maia tsai malala greta meghan hayley`);
const maleNames = words(
  'luca andrea nikita joshua abdullah mustafa sasha sascha mischa misha ilya ezra elia noah micha costa akira keita shinya yuta garcia ibrahima moussa musa isa issa zia raja krishna aditya surya nicola',
);

/** What a person's given name tells of their gender; undefined where it tells nothing. */
export function genderOf(name: string): 'female' | 'male' | undefined {
  const given = fold(name.split(/[\s-]/)[0] ?? '');
  if (maleNames.has(given)) return 'male';
  if (femaleNames.has(given)) return 'female';
  if (!firstNames.has(given) || !name.includes(' ')) return undefined;
  return given.endsWith('a') ? 'female' : 'male';
}
