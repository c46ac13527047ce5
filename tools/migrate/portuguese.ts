/** The Portuguese of every sentence of the converter, by its English pattern. Labels of fields stay as n8n shows them. */
export const portuguese: Record<string, string> = {
	"'{0}' was empty in the old node, and has to be filled in here.":
		"'{0}' estava vazio no node antigo e aqui precisa ser preenchido.",
	"'Auto Pagination' was an expression; 'Return All' is on instead.":
		"'Auto Pagination' era uma expressão; no lugar dela, 'Return All' está ligado.",
	"'Retry On Fail' runs the whole node again, with the items that had succeeded; this node tries again by itself.":
		"'Retry On Fail' roda o node inteiro de novo, com os itens que já tinham dado certo; este node tenta de novo por conta própria.",
	"'Upsert' was an expression. Here Create and Create or Update are two operations, and this is Create or Update.":
		"'Upsert' era uma expressão. Aqui Create e Create or Update são duas operações, e esta é Create or Update.",
	"A node takes one contact per item here, so two nodes stand before it now, '{0}' and '{1}'. One item per contact comes out.":
		"Aqui um node recebe um contato por item; por isso há agora dois nodes antes dele, '{0}' e '{1}'. Sai um item por contato.",
	"Add it under 'Update Fields' if it should have a value.":
		"Adicione-o em 'Update Fields' se ele deve ter um valor.",
	"An expression in '{0}' chose which fields to write; here every field that has a value is written.":
		"Uma expressão em '{0}' escolhia quais campos gravar; aqui é gravado todo campo que tem valor.",
	'An expression reads $parameter, the fields of its own node, which have other names here.':
		'Uma expressão lê $parameter, os campos do próprio node, que aqui têm outros nomes.',
	'Archived is a status of the card here, and taking a card out of the archive sets it to Open. The old node never sent that.':
		'Arquivado aqui é um status do card, e tirar um card do arquivo o deixa como Open. O node antigo nunca enviava isso.',
	'Both a file of the item and an address were given; as in the old node, the file of the item is sent.':
		'Havia um arquivo do item e também um endereço; como no node antigo, é enviado o arquivo do item.',
	'Both a session and a number were given. Here the chatbot starts in one of them, and this is the session.':
		'Havia uma conversa e também um número. Aqui o chatbot começa em um dos dois, e é na conversa.',
	'Both the ID and the phone number of the contact were given; this node goes by the ID.':
		'Havia o ID e também o telefone do contato; este node usa o ID.',
	"Check for 'error' in what follows where it matters.":
		"Verifique 'error' nos nodes seguintes, onde isso importa.",
	"Choose 'Phone' in 'Contact' if the number was meant.":
		"Escolha 'Phone' em 'Contact' se a ideia era usar o número.",
	'Choose a department, a user or both.': 'Escolha um departamento, um usuário ou os dois.',
	"Choose another 'Field' under 'Sort', or put a Sort node behind this one.":
		"Escolha outro 'Field' em 'Sort', ou coloque um node Sort depois deste.",
	"Choose it in 'Status'.": "Escolha-o em 'Status'.",
	"Choose one in 'File Source'.": "Escolha um em 'File Source'.",
	"Choose one in 'Template'.": "Escolha um em 'Template'.",
	'Choose the credential WTS Chat API there before you remove n8n-nodes-wts.':
		'Escolha ali a credencial WTS Chat API antes de remover o n8n-nodes-wts.',
	"Choose the fields in 'Options → Fields to Copy' if the copy should have only some.":
		"Escolha os campos em 'Options → Fields to Copy' se a cópia deve ter só alguns.",
	"Choose the panel, set 'Custom Fields' to 'Using Fields Below', and choose the fields again.":
		"Escolha o painel, mude 'Custom Fields' para 'Using Fields Below' e escolha os campos de novo.",
	"Choose the template again in 'Template'.": "Escolha de novo o modelo em 'Template'.",
	'Compare all fields of the node with those of the old one.':
		'Compare todos os campos do node com os do antigo.',
	'Create it once, open each of these nodes and choose it.':
		'Crie a credencial uma vez, abra cada um desses nodes e escolha-a.',
	'Create or Update writes only what is filled in; the old node emptied what was left blank when the contact existed.':
		'Create or Update grava só o que está preenchido; o node antigo esvaziava o que ficava em branco quando o contato já existia.',
	"Dates without a time zone were taken as UTC; here they are in the workflow's time zone.":
		'Datas sem fuso horário eram lidas como UTC; aqui elas estão no fuso do fluxo.',
	'Every item comes out. The old node worked on all items, but handed on the result of the first one only.':
		'Todos os itens saem. O node antigo trabalhava com todos, mas entregava só o resultado do primeiro.',
	'Fill in the contacts, and convert again.': 'Preencha os contatos e converta de novo.',
	"Give 'Template File Source' an expression, too: one that gives url or none.":
		"Ponha uma expressão também em 'Template File Source', que dê url ou none.",
	'If you had added hours to make up for it, take them off again.':
		'Se você somava horas para compensar, tire-as.',
	"If you want it emptied, use a second node with 'Clear' for those items.":
		"Se quer que ele fique vazio, use um segundo node com 'Clear' para esses itens.",
	"It gives one item per record; the old node gave one item with all records in 'items'. An empty list gives no item, and what follows does not run then.":
		"Ele dá um item por registro; o node antigo dava um item com todos os registros em 'items'. Uma lista vazia não dá nenhum item, e os nodes seguintes não rodam.",
	'It names contacts by ID and others by phone number, which takes two nodes here.':
		'Ele indica contatos por ID e outros por telefone, e para isso aqui são precisos dois nodes.',
	'It names no contact.': 'Ele não indica nenhum contato.',
	'Its action had the name {0} in an earlier version of n8n-nodes-wts (now {1}).':
		'A ação dele se chamava {0} numa versão anterior do n8n-nodes-wts (hoje {1}).',
	'Its action is {0}: {1}, which version 2 of n8n-nodes-wts does not have.':
		'A ação dele é {0}: {1}, que a versão 2 do n8n-nodes-wts não tem.',
	'Its pinned data are of the old node.': 'Os dados fixados são do node antigo.',
	'Let it give an empty text where the value is to be left out.':
		'Faça a expressão dar um texto vazio onde o valor deve ficar de fora.',
	"Let the expression give a value only, and use a second node with 'Clear' for the other case.":
		"Faça a expressão dar só um valor, e use um segundo node com 'Clear' para o outro caso.",
	"Let the expression in 'Template' give the ID alone; that is all it takes here.":
		"Faça a expressão em 'Template' dar só o ID; aqui basta isso.",
	"Look at 'Update Fields → Status'.": "Confira 'Update Fields → Status'.",
	'Look at what follows: it runs for each contact.':
		'Confira os nodes seguintes: eles rodam para cada contato.',
	'Look in the old workflow what it was for, and fill in what is needed.':
		'Veja no fluxo antigo para que servia e preencha o que for preciso.',
	'Look whether an operation of this node does the same: it checks its fields, keeps the limits of the account, and repeats only what is safe.':
		'Veja se uma operação deste node faz o mesmo: ela confere os campos, respeita os limites da conta e repete só o que é seguro.',
	'Look whether it is what you want to be kept.': 'Confira se é isso que você quer guardar.',
	'Look whether the expression still does what you mean.':
		'Confira se a expressão ainda faz o que você quer.',
	'Look whether the session is the right one.': 'Confira se a conversa é a certa.',
	'Make a copy of the old node, leave only the IDs in one and only the numbers in the other, and convert again.':
		'Faça uma cópia do node antigo, deixe só os IDs em um e só os números no outro, e converta de novo.',
	"No fields to copy were chosen. Here an empty 'Fields to Copy' means everything; the old node sent an empty list.":
		"Nenhum campo a copiar estava escolhido. Aqui 'Fields to Copy' vazio significa tudo; o node antigo enviava uma lista vazia.",
	'Not taken over, because this action of the old node is not known to have it: {0}.':
		'Não foi levado para o node novo, porque não se sabe se esta ação do node antigo tinha isso: {0}.',
	'Nothing, unless you meant the address.': 'Nada, a não ser que a ideia fosse usar o endereço.',
	'Nothing, unless you relied on blank fields emptying a contact.':
		'Nada, a não ser que você contasse com campos em branco para esvaziar um contato.',
	'Nothing, unless you relied on it.': 'Nada, a não ser que você contasse com isso.',
	'Number {0} in the list of nodes has no name or no type.':
		'O número {0} na lista de nodes não tem nome ou não tem tipo.',
	'Open it in the newest version of n8n-nodes-wts, choose the action again and save, then convert again; or replace it by hand.':
		'Abra-o na versão mais nova do n8n-nodes-wts, escolha a ação de novo e salve, depois converta de novo; ou troque-o à mão.',
	"Open the node and choose the channel in 'From'; in an expression, give its number.":
		"Abra o node e escolha o canal em 'From'; numa expressão, use o número dele.",
	"Open the node and choose the chatbot again in 'Options → Chatbot'.":
		"Abra o node e escolha o chatbot de novo em 'Options → Chatbot'.",
	"Open the node and fill in '{0}'.": "Abra o node e preencha '{0}'.",
	'Open the node and write it like this. Until then it stops with an error.':
		'Abra o node e escreva assim. Até lá, ele para com um erro.',
	'Put the others into a second node.': 'Ponha os outros num segundo node.',
	'Put the value itself in its place.': 'Ponha o próprio valor no lugar.',
	'Put {0} in its place if you like: it checks its fields, keeps the limits of the account, and repeats only what is safe.':
		'Se quiser, ponha {0} no lugar: a operação confere os campos, respeita os limites da conta e repete só o que é seguro.',
	"Remove the fields under 'Update Fields' that are not meant to be written.":
		"Remova de 'Update Fields' os campos que não devem ser gravados.",
	"Remove those that only split 'items', and read the properties of a record (like $json.id) in the others.":
		"Remova os que só dividem 'items', e leia nos outros as propriedades de um registro (como $json.id).",
	"Set 'Send To' to Contact if the number was meant.":
		"Escolha Contact em 'Send To' se a ideia era usar o número.",
	"Set 'Tag Operation' to Add if the contact should keep its other tags.":
		"Escolha Add em 'Tag Operation' se o contato deve manter as outras etiquetas.",
	"Switch 'Return All' on if you need those before.":
		"Ligue 'Return All' se você precisa das anteriores.",
	"Switch it off and set a 'Limit' if you want fewer records.":
		"Desligue-o e defina um 'Limit' se quer menos registros.",
	"Switch it off under 'Settings'.": "Desligue-o em 'Settings'.",
	"Take out nodes that split 'items'. Switch on 'Settings → Always Output Data' if what follows has to run after an empty list, too.":
		"Tire os nodes que dividem 'items'. Ligue 'Settings → Always Output Data' se os nodes seguintes devem rodar também depois de uma lista vazia.",
	'Take the loop out, so that this node runs once.':
		'Tire o loop, para que este node rode uma vez só.',
	'The address of the file is an expression. Where it gives nothing, this node stops with an error; the old one sent the template without a file.':
		'O endereço do arquivo é uma expressão. Onde ela não dá nada, este node para com um erro; o antigo enviava o modelo sem arquivo.',
	'The credential is a new one, of the type WTS Chat API (wtsChatApi), with the same key; a test_ or staging_ before the key is an address under Base URL now. It is not chosen yet in: {0}.':
		'A credencial é outra, do tipo WTS Chat API (wtsChatApi), com a mesma chave; um test_ ou staging_ antes da chave agora é um endereço em Base URL. Ela ainda não está escolhida em: {0}.',
	"The expression in '{0}' can give {1}, which emptied the attribute in the old node and is no value here.":
		"A expressão em '{0}' pode dar {1}, que no node antigo esvaziava o atributo e aqui não é um valor.",
	"The expression in '{0}' can give {1}, which is no value here.":
		"A expressão em '{0}' pode dar {1}, que aqui não é um valor.",
	"The expression in '{0}' could give {1}; it now gives an empty text there, which leaves the value out.":
		"A expressão em '{0}' podia dar {1}; agora ela dá ali um texto vazio, que deixa o valor de fora.",
	'The field {0} is gone, because the API has no value for it.':
		'O campo {0} não existe mais, porque a API não tem valor para ele.',
	'The file holds an empty list of workflows.': 'O arquivo tem uma lista de fluxos vazia.',
	'The file is JSON, but not a workflow of n8n: a workflow has a list named "nodes".':
		'O arquivo é JSON, mas não é um fluxo do n8n: um fluxo tem uma lista chamada "nodes".',
	'The file is empty.': 'O arquivo está vazio.',
	'The file is not JSON. In n8n, open the workflow and choose Export JSON in the menu with the three dots.':
		'O arquivo não é JSON. No n8n, abra o fluxo e escolha Export JSON no menu de três pontos.',
	'The list was sorted by {0}, which this node does not offer.':
		'A lista era ordenada por {0}, o que este node não oferece.',
	'The metadata of the session never reached WTS Chat with the old node; now it does.':
		'Com o node antigo, os metadados da conversa nunca chegavam ao WTS Chat; agora chegam.',
	'The node goes on after errors. The old one then passed its input on as if nothing had failed; this one gives each failed item as { error, details }, or through the error output.':
		'O node continua depois de erros. O antigo então passava a entrada adiante como se nada tivesse falhado; este dá cada item que falhou como { error, details }, ou pela saída de erro.',
	'The note has {0} files, and a note takes three at most.':
		'A anotação tem {0} arquivos, e uma anotação aceita no máximo três.',
	'The old node gave the first messages of the conversation; this one gives the newest, the oldest of them first.':
		'O node antigo dava as primeiras mensagens da conversa; este dá as mais novas, da mais antiga para a mais nova.',
	'The old node had no department to transfer to.':
		'O node antigo não tinha departamento para onde transferir.',
	'The old node had no file to send.': 'O node antigo não tinha arquivo para enviar.',
	'The old node had no status to set.': 'O node antigo não tinha status para definir.',
	'The old node had no template.': 'O node antigo não tinha modelo.',
	'The old node named the channel by its ID; here it is named by its phone number or @user. Until you choose it, the node stops with an error, so that nothing goes out through a wrong channel.':
		'O node antigo indicava o canal pelo ID; aqui ele é indicado pelo telefone ou @usuário. Até você escolher o canal, o node para com um erro, para que nada saia pelo canal errado.',
	'The old node named the chatbot by its ID; the API asks for its key, which is another one.':
		'O node antigo indicava o chatbot pelo ID; a API pede a chave dele, que é outra.',
	'The old node named the custom fields of a card by their names, which the API does not know, so nothing was written. Here they go by their keys.':
		'O node antigo indicava os campos personalizados de um card pelo nome, que a API não conhece, e por isso nada era gravado. Aqui vale a chave.',
	'The old node never sent the session of the card; this one does.':
		'O node antigo nunca enviava a conversa do card; este envia.',
	'The old node read page {0} only; this one reads all records up to the end of that page.':
		'O node antigo lia só a página {0}; este lê todos os registros até o fim dessa página.',
	'The old node sent {0} without a value; here it is left as it is, because it cannot be empty.':
		'O node antigo enviava {0} sem valor; aqui ele fica como está, porque não pode ficar vazio.',
	"The page came from an expression, as in a loop that turns the pages; 'Return All' is on instead, and there are no pages.":
		"A página vinha de uma expressão, como num loop que passa as páginas; no lugar disso, 'Return All' está ligado, e não há páginas.",
	"The tags replace those of a contact that exists, as in the old node ('Tag Operation').":
		"As etiquetas substituem as de um contato que já existe, como no node antigo ('Tag Operation').",
	'The template comes from an expression that gives a JSON text, from which the ID is taken.':
		'O modelo vem de uma expressão que dá um texto JSON, de onde se tira o ID.',
	'The template was not given in the way the old node wrote it; its value is taken as the ID.':
		'O modelo não estava como o node antigo o grava; o valor é usado como ID.',
	"The value of '{0}', {1}, {2}.": "O valor de '{0}', {1}, não serve aqui ({2}).",
	'The whole workflow': 'O fluxo inteiro',
	'These nodes take the old page apart: {0}.': 'Estes nodes desmontam a página antiga: {0}.',
	'This is not a node of n8n-nodes-wts, but it uses its credential; it is left as it is.':
		'Este não é um node do n8n-nodes-wts, mas usa a credencial dele; fica como está.',
	'This node calls the API of WTS Chat by hand; it is left as it is.':
		'Este node chama a API do WTS Chat à mão; fica como está.',
	'This node is still the old one. {0}': 'Este node continua sendo o antigo. {0}',
	'Unpin them, and pin new ones if you need them.':
		'Desafixe esses dados e fixe novos, se precisar deles.',
	"Use 'Filters', or a Limit node that keeps the last items, to get the same records.":
		"Use 'Filters', ou um node Limit que fique com os últimos itens, para ter os mesmos registros.",
	'Use an If node with one node of each operation if both are needed.':
		'Use um node If com um node de cada operação, se precisar das duas.',
	'Where an expression gives nothing, the attribute stays as it is; the old node emptied it ({0}).':
		'Onde uma expressão não dá nada, o atributo fica como está; o node antigo o esvaziava ({0}).',
	'Where several items go into a node, look at what follows: it now runs for each of them.':
		'Onde entram vários itens num node, confira os nodes seguintes: agora eles rodam para cada item.',
};
