import type { IDataObject } from 'n8n-workflow';

/** One item with all that the expressions of the workflows read. */
export const item: IDataObject = {
	body: { telefone: '11900000001', sessionId: '20000000-0000-4000-8000-000000000001' },
	campanha: 'primavera',
	contato: '10000000-0000-4000-8000-000000000001',
	contatos: ['10000000-0000-4000-8000-000000000001', '10000000-0000-4000-8000-000000000005'],
	contrato: 'https://files.example.com/contrato.pdf',
	crm: '1001',
	departamento: 'd0000000-0000-4000-8000-000000000002',
	desde: '2026-03-01T00:00:00.000Z',
	esperar: true,
	etiquetas: ['f0000000-0000-4000-8000-000000000001'],
	id: '20000000-0000-4000-8000-000000000001',
	mensagem: '50000000-0000-4000-8000-000000000004',
	modelo: '52000000-0000-4000-8000-000000000002',
	name: 'Júlia "Jú"',
	nome: 'Júlia',
	nota: 'Ligar na sexta',
	numero: '2026091000042',
	output: 'Um momento, por favor.',
	pagina: 3,
	pedido: 9876,
	plano: 'Anual',
	sequencia: '6c000000-0000-4000-8000-000000000001',
	sessao: '20000000-0000-4000-8000-000000000001',
	telefone: '11900000001',
};
