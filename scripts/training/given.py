"""Given names that are common in Europe and the Americas; public metadata does not show all of them."""

from __future__ import annotations

KNOWN = """
Aaron Adam Adrian Agnes Alan Albert Alberto Alejandro Alessandro Alex Alexander Alexandra Alexis Alfred Alice Alison Allan Allen
Amanda Amy Ana Andre Andrea Andreas Andrew Andrzej Angela Anita Ann Anna Anne Annette Annie Anthony Antoine Anton Antonio Arlie
Arnold Arthur Ashley Astrid August Barbara Barry Beatrice Ben Benjamin Bernard Bernd Bernhard Bert Beth Betty Beverly Bill Bjorn
Bob Brad Bradley Brenda Brent Brett Brian Brigitte Bruce Bruno Bryan Burkhard Caitlin Camille Carl Carla Carlo Carlos Carmen Carol
Carole Caroline Carolyn Catherine Cathy Cecilia Charles Charlotte Cheryl Chris Christa Christian Christina Christine Christoph
Christophe Christopher Cindy Claire Clara Clare Claude Claudia Claudio Claus Clifford Colin Connie Constance Craig Cynthia Dale
Dan Daniel Daniela Danielle Darrell Dave David Dawn Dean Deborah Debra Denis Denise Dennis Derek Diana Diane Diego Dieter Dietmar
Dirk Dominique Don Donald Donna Doris Dorothy Doug Douglas Duncan Earl Edgar Edith Eduardo Edward Edwin Egon Eileen Elaine Elena
Elinor Elisabeth Eliza Elizabeth Ellen Elsa Emil Emile Emily Emma Enrico Eric Erica Erich Erik Erika Erin Ernest Ernst Esther
Eugene Eva Eve Evelyn Felix Fernando Florence Florian Frances Francesca Francesco Francis Francisco Franco Francois Frank Franz
Fred Frederic Frederick Friedrich Fritz Gabriel Gabriele Gail Gary Gavin Geoffrey Georg George Georges Gerald Gerard Gerd Gerhard
Gilbert Gilles Gina Giorgio Giovanni Gisela Giuseppe Gladys Glen Glenn Gloria Gordon Graham Greg Gregory Guido Guillaume Gunnar
Gustav Guy Hannah Hannelore Hans Harald Harold Harry Hartmut Heather Hector Heide Heidi Heike Heinrich Heinz Helen Helena Helene
Helga Helmut Henri Henry Herbert Hermann Hilary Hilda Holger Holly Horst Howard Hubert Hugh Hugo Ian Ida Ignacio Ines Ingeborg
Ingo Ingrid Irene Iris Isaac Isabel Isabelle Ivan Jack Jackie Jacob Jacqueline Jacques Jaime Jakob James Jamie Jan Jane Janet
Janice Jason Javier Jean Jeanne Jeff Jeffrey Jennifer Jens Jeremy Jerome Jerry Jesse Jessica Jesus Jill Jim Joachim Joan Joanna
Joanne Jochen Joe Joel Johan Johann Johanna Johannes John Jon Jonas Jonathan Jorge Jose Josef Joseph Joshua Joyce Juan Judith Judy
Julia Julian Julie Julio Jurgen Justin Karen Karin Karl Karla Karsten Kate Katharina Katherine Kathleen Kathryn Kathy Katie Keith
Kelly Ken Kenneth Kerstin Kevin Kim Kimberly Kirsten Klaus Konrad Kristen Kristin Kurt Lars Laura Laurence Laurent Lawrence Lea
Leah Leon Leonard Leslie Lewis Liam Linda Lindsay Lisa Lloyd Lois Lorenzo Lothar Lou Louis Louise Lubomir Luca Lucas Lucia Lucy Ludwig
Luis Luisa Luke Lutz Lydia Lynn Malcolm Manfred Manuel Marc Marcel Marcia Marco Margaret Margit Maria Marianne Marie Marilyn Mario
Marion Marjorie Mark Markus Marlene Martha Martin Martina Martine Mary Massimo Mathias Matt Matthew Matthias Maureen Maurice Max
Megan Melanie Melissa Michael Michel Michele Michelle Miguel Mike Milton Mirjam Molly Monica Monika Monique Nadia Nadine Nancy
Natalie Nathalie Nathan Neil Nicholas Nick Nicola Nicolas Nicole Nigel Nils Nina Noam Nora Norbert Norman Olaf Oliver Olivier Orlando Oscar
Oskar Otto Pablo Pamela Paola Paolo Pascal Patricia Patrick Patsy Paul Paula Pauline Pedro Peggy Penelope Peter Petra Phil Philip
Philippe Phillip Phyllis Pierre Rachel Rafael Rainer Ralf Ralph Ramon Randall Randy Raoul Raphael Raymond Rebecca Regina Reinhard Reinhold
Renate Rene Ricardo Richard Rick Rita Rob Robert Roberta Roberto Robin Rodney Roger Roland Rolf Roman Ron Ronald Rosa Rosalind Rose
Rosemary Ross Roy Rudolf Rupert Ruth Sabine Sally Sam Samantha Samuel Sandra Sara Sarah Scott Sean Sebastian Sergio Sharon Sheila Shirley
Siegfried Sigmund Sigrid Silke Silvia Simon Simone Sofia Sonia Sonja Sophie Stanley Stefan Stefanie Stephan Stephanie Stephen Steve
Steven Stuart Sue Susan Susanne Suzanne Sven Sylvia Talcott Tamara Tanja Tanya Ted Teresa Terence Terry Theda Theo Theodor Theodore
Theresa Thomas Tilman Tim Timothy Tina Tobias Todd Tom Tony Tracy Udo Ulf Ulrich Ulrike Ursula Ute Uwe Valerie Vanessa Vera Veronica Victor
Victoria Vincent Virginia Vivian Volker Walter Wanda Warren Wayne Wendy Werner Wilfried Wilhelm Willi William Wolfgang Yves Yvonne
""".split()
