/** Words after one say where, when or with what, not who. Folded, English and German. */
export const prepositions =
  /^(?:in|at|near|from|of|for|on|to|with|against|over|off|by|since|until|till|during|into|around|outside|under|after|before|between|through|despite|amid|following|among|without|within|towards?|about|across|along|behind|beyond|im|am|an|bei|beim|aus|nach|auf|fur|mit|gegen|vor|uber|vom|von|seit|wahrend|durch|unter|zum|zur|zu|bis|als|ins|ans|ohne|um|wegen|trotz|zwischen|laut|entlang|nahe|unweit|gegenuber)$/;

/** Words that open a noun phrase; some German ones include a preposition. Folded. */
export const determiner =
  /^(?:the|an?|its|his|her|their|this|these|those|some|any|no|d(?:er|ie|as|en|em|es)|ein(?:e[nmrs]?)?|ihre?[nmrs]?|seine?[nmrs]?|kein(?:e[nmrs]?)?|im|am|beim|zum|zur|vom)$/;
