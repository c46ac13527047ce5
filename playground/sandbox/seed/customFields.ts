import type { CustomFieldRecord } from '../crm/records';
import { fixedId, fixedMoment } from './fixed';
import { COMPANY_ID } from './organization';

/** What tells one custom field from the others. */
type FieldDraft = [
	key: string,
	name: string,
	type: CustomFieldRecord['type'],
	options?: string[],
	group?: string,
];

/** Enough numbers for the fields, and for the choices of a field. */
const PARTS = 100;

const PANEL_FIELDS: FieldDraft[] = [
	['negociacao', 'Negociação', 'GROUP'],
	['plano-de-interesse', 'Plano de interesse', 'SINGLESELECT', ['Anual', 'Mensal'], 'negociacao'],
	['produtos', 'Produtos', 'MULTISELECT', ['Site', 'Aplicativo', 'Loja'], 'negociacao'],
	['cnpj', 'CNPJ', 'STRING'],
	['observacoes', 'Observações', 'TEXT'],
	['funcionarios', 'Funcionários', 'INTEGER'],
	['desconto', 'Desconto', 'FLOAT'],
	['fechamento-previsto', 'Fechamento previsto', 'DATE'],
	['horario-de-contato', 'Horário de contato', 'TIME'],
	['proxima-reuniao', 'Próxima reunião', 'DATETIME'],
	['ja-foi-cliente', 'Já foi cliente', 'BOOLEAN'],
];

const CONTACT_FIELDS: FieldDraft[] = [
	['assinatura', 'Assinatura', 'GROUP'],
	['plano', 'Plano', 'SINGLESELECT', ['Mensal', 'Anual'], 'assinatura'],
	['interesses', 'Interesses', 'MULTISELECT', ['Pães', 'Doces', 'Salgados'], 'assinatura'],
	['cpf', 'CPF', 'STRING'],
	['preferencias', 'Preferências', 'TEXT'],
	['filhos', 'Filhos', 'INTEGER'],
	['limite-de-credito', 'Limite de crédito', 'FLOAT'],
	['aniversario', 'Aniversário', 'DATE'],
	['melhor-horario', 'Melhor horário', 'TIME'],
	['proxima-visita', 'Próxima visita', 'DATETIME'],
	['aceita-ofertas', 'Aceita ofertas', 'BOOLEAN'],
];

/** Past the numbers of the panels. */
const OWNER_OF_CONTACT_FIELDS = 900;

/**
 * The custom fields of one owner.
 *
 * @param owner number of the owner, so that no two owners share ids
 * @param scopeId the panel that they belong to; null for those of contacts
 */
function seedCustomFields(
	drafts: FieldDraft[],
	owner: number,
	scopeId: string | null,
): CustomFieldRecord[] {
	const idOf = (index: number) => fixedId('customField', owner * PARTS + index);
	return drafts.map(([key, name, type, options, group], index) => ({
		id: idOf(index),
		createdAt: fixedMoment(owner),
		updatedAt: fixedMoment(owner),
		companyId: COMPANY_ID,
		parentId: group ? idOf(drafts.findIndex(([one]) => one === group)) : null,
		type,
		entityType: scopeId === null ? 'CONTACT' : 'PANEL',
		scopeId,
		name,
		key,
		position: index + 1,
		required: index === 1,
		visible: true,
		isValueRange: false,
		options: options
			? options.map((option, place) => ({
					id: fixedId('fieldOption', (owner * PARTS + index) * PARTS + place),
					name: option,
				}))
			: null,
	}));
}

export function seedPanelCustomFields(panel: number): CustomFieldRecord[] {
	return seedCustomFields(PANEL_FIELDS, panel, fixedId('panel', panel));
}

export function seedContactCustomFields(): CustomFieldRecord[] {
	return seedCustomFields(CONTACT_FIELDS, OWNER_OF_CONTACT_FIELDS, null);
}
