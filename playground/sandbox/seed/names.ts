import { cycled } from './fixed';

const FIRST_NAMES =
	'Júlia Antônio Conceição Otávio Inês Caetano Letícia Régis Mônica Flávio Débora Vinícius Cecília ' +
	'Estêvão Lívia Fábio Sônia Murilo Verônica César Luísa Márcio Tânia Aurélio Célia Emílio Zélia ' +
	'Jandira Horácio Nádia Plínio Iracema Túlio Virgínia Olívia Sérgio Dalva Teófilo Glória Ubirajara';
const SURNAMES =
	'Sampaio Brandão Fagundes Assunção Quintão Falcão Peçanha Leitão Galvão Muniz Araújo Vilhena ' +
	'Bragança Camargo Dornelles Espíndola Frazão Guimarães Holanda Itaborahy Jordão Lacerda Magalhães ' +
	'Negrão Oliveira Paixão Queirós Rebouças Sertório Taborda Uchôa Valadão Xavier Zagalo Bulhões ' +
	'Calixto Damião Esteves Feijó Garção Habib';

const firstNames = FIRST_NAMES.split(' ');
const surnames = SURNAMES.split(' ');

/** The nth invented person; the first 1,640 names all differ. */
export function personName(n: number): string {
	const round = Math.floor(n / firstNames.length);
	return `${cycled(firstNames, n)} ${cycled(surnames, n * 7 + round)}`;
}

const MAIN_DEPARTMENTS = ['Comercial', 'Financeiro', 'Pós-venda', 'Suporte'];
const AREAS = [
	...MAIN_DEPARTMENTS,
	'Logística',
	'Cobrança',
	'Agendamento',
	'Recepção',
	'Jurídico',
	'Marketing',
];
const CITIES = (
	'Maceió Belém Goiânia Vitória Cuiabá Macapá Manaus Salvador Fortaleza Brasília Curitiba Teresina ' +
	'Recife Natal Palmas Aracaju Londrina Niterói Uberlândia Joinville Santarém Ilhéus Maringá Pelotas Bauru'
).split(' ');

/** The nth department: the four main ones, then one for each area and city; 250 names all differ. */
export function departmentName(n: number): string {
	const main = MAIN_DEPARTMENTS[n];
	if (main) return main;
	const branch = n - MAIN_DEPARTMENTS.length;
	return `${cycled(AREAS, branch)} ${cycled(CITIES, Math.floor(branch / AREAS.length))}`;
}
