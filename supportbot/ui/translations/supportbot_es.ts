<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES" sourcelanguage="en">
<context>
    <name>AboutPane</name>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Based on</source>
        <translation>Basado en</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy details for support</source>
        <translation>Copiar los datos para el soporte</translation>
    </message>
    <message>
        <source>Details for support</source>
        <translation>Datos para el soporte</translation>
    </message>
    <message>
        <source>Versions and settings. No word of your conversations, and not your name.</source>
        <translation>Versiones y ajustes. Ni una palabra de sus conversaciones, ni su nombre.</translation>
    </message>
    <message>
        <source>Exactly this was copied</source>
        <translation>Se copió exactamente esto</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Soporte</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licencias</translation>
    </message>
    <message>
        <source>Qt is used as separate libraries under the GNU Lesser General Public License, version 3: they may be replaced by your own. It comes without any warranty. Text is set in the fonts of your system.</source>
        <translation>Qt se usa como bibliotecas independientes bajo la GNU Lesser General Public License, versión 3: puede sustituirlas por las suyas. Se ofrece sin garantía alguna. El texto usa las fuentes de su sistema.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copiado.</translation>
    </message>
    <message>
        <source>Program: %1</source>
        <translation>Programa: %1</translation>
    </message>
    <message>
        <source>Answer model: %1</source>
        <translation>Modelo de respuestas: %1</translation>
    </message>
</context>
<context>
    <name>AdvancedPane</name>
    <message>
        <source>What this computer has could not be found out.</source>
        <translation>No se pudo averiguar qué tiene este equipo.</translation>
    </message>
    <message>
        <source>Graphics processor: %1.</source>
        <translation>Procesador gráfico: %1.</translation>
    </message>
    <message>
        <source>No graphics processor was found that can be used: the processor answers.</source>
        <translation>No se encontró ningún procesador gráfico utilizable: responde el procesador.</translation>
    </message>
    <message>
        <source>No graphics processor was found that can be used.</source>
        <translation>No se encontró ningún procesador gráfico utilizable.</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Avanzado</translation>
    </message>
    <message>
        <source>“Automatic” is right for most people. A change applies from the next answer.</source>
        <translation>«Automático» es lo mejor para casi todos. Un cambio se aplica desde la próxima respuesta.</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>Se ejecuta en</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Hilos</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>Answer model</source>
        <translation>Modelo de respuestas</translation>
    </message>
    <message>
        <source>More threads than your processor has cores rarely make it faster.</source>
        <translation>Usar más hilos que núcleos tiene el procesador rara vez lo hace más rápido.</translation>
    </message>
    <message>
        <source>“Low” leaves more memory for other programs. “Fast” answers sooner, but uses more of it.</source>
        <translation>«Ahorro» deja más memoria a otros programas. «Rápido» responde antes, pero usa más.</translation>
    </message>
</context>
<context>
    <name>Amounts</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>a size each second</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>Less than a minute left</source>
        <translation>Queda menos de un minuto</translation>
    </message>
    <message>
        <source>About a minute left</source>
        <translation>Queda un minuto aproximadamente</translation>
    </message>
    <message>
        <source>About an hour left</source>
        <translation>Queda una hora aproximadamente</translation>
    </message>
    <message>
        <source>More than a day left</source>
        <translation>Queda más de un día</translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>a percentage, as the language writes it</comment>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1&#xa0;kB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1&#xa0;MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1&#xa0;GB</translation>
    </message>
</context>
<context>
    <name>Answer</name>
    <message>
        <source>Stopped.</source>
        <translation>Detenido.</translation>
    </message>
    <message>
        <source>No new answer this time – the earlier one is kept.</source>
        <translation>Esta vez no hubo respuesta nueva: se conserva la anterior.</translation>
    </message>
    <message>
        <source>Please double-check this one before you rely on it.</source>
        <translation>Compruebe esta respuesta antes de confiar en ella.</translation>
    </message>
    <message>
        <source>Please double-check this one with the help page or a person.</source>
        <translation>Compruebe esta respuesta con la página de ayuda o con una persona.</translation>
    </message>
    <message>
        <source>Help page updated %1</source>
        <translation>Página de ayuda actualizada: %1</translation>
    </message>
    <message>
        <source>Oldest help page: %1</source>
        <translation>Página de ayuda más antigua: %1</translation>
    </message>
</context>
<context>
    <name>AnswerActions</name>
    <message>
        <source>Copy answer</source>
        <translation>Copiar la respuesta</translation>
    </message>
    <message>
        <source>Helpful</source>
        <translation>Útil</translation>
    </message>
    <message>
        <source>Not helpful</source>
        <translation>No es útil</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>Responder de nuevo</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>Bubble</name>
    <message>
        <source>Your question</source>
        <translation>Su pregunta</translation>
    </message>
    <message>
        <source>Edit and ask again</source>
        <translation>Editar y preguntar de nuevo</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>System language</source>
        <translation>Idioma del sistema</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Procesador</translation>
    </message>
    <message>
        <source>Graphics</source>
        <translation>Gráficos</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Ahorro</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Rápido</translation>
    </message>
    <message>
        <source>Automatic (%1)</source>
        <translation>Automático (%1)</translation>
    </message>
    <message>
        <source>Until I erase them</source>
        <translation>Hasta que yo las borre</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 año</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 día</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Your question</source>
        <translation>Su pregunta</translation>
    </message>
</context>
<context>
    <name>Confirm</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>ConversationListView</name>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
</context>
<context>
    <name>Conversations</name>
    <message>
        <source>Nothing found</source>
        <translation>No se encontró nada</translation>
    </message>
    <message>
        <source>No conversation has “%1” in it.</source>
        <translation>Ninguna conversación contiene «%1».</translation>
    </message>
    <message>
        <source>Conversations cannot be read</source>
        <translation>No se pueden leer las conversaciones</translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>Aún no hay conversaciones</translation>
    </message>
    <message>
        <source>What you ask is kept here, on this computer only.</source>
        <translation>Lo que pregunte se guarda aquí, solo en este equipo.</translation>
    </message>
    <message>
        <source>Enter saves, Esc cancels</source>
        <translation>Intro guarda, Esc cancela</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
</context>
<context>
    <name>Days</name>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>format of a date in this year</comment>
        <translation>d &apos;de&apos; MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>format of a date in another year</comment>
        <translation>d &apos;de&apos; MMMM &apos;de&apos; yyyy</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>format of a short date in this year</comment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>format of a short date in another year</comment>
        <translation>d MMM yyyy</translation>
    </message>
</context>
<context>
    <name>Deletions</name>
    <message>
        <source>Conversation deleted</source>
        <translation>Conversación eliminada</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversations deleted</source>
        <translation>
            <numerusform>%Ln conversación eliminada</numerusform>
            <numerusform>%Ln conversaciones eliminadas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoubtCard</name>
    <message>
        <source>Talk to a human</source>
        <translation>Hablar con una persona</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Nueva conversación</translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation>Todas las conversaciones</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
</context>
<context>
    <name>DrawerPresenter</name>
    <message>
        <source>It could not be brought back. %1</source>
        <translation>No se pudo recuperar. %1</translation>
    </message>
    <message>
        <source>Deleted. Its last traces are wiped from the disk a little later. %1</source>
        <translation>Eliminado. Sus últimos rastros se borrarán del disco un poco más tarde. %1</translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln conversations found</source>
        <translation>
            <numerusform>Se encontró más de %Ln conversación</numerusform>
            <numerusform>Se encontraron más de %Ln conversaciones</numerusform>
        </translation>
    </message>
    <message>
        <source>1 conversation found</source>
        <translation>1 conversación encontrada</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversations found</source>
        <translation>
            <numerusform>%Ln conversación encontrada</numerusform>
            <numerusform>%Ln conversaciones encontradas</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was deleted. %1</source>
        <translation>No se eliminó nada. %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>It was erased already and cannot be brought back.</source>
        <translation>Ya se borró y no se puede recuperar.</translation>
    </message>
    <message>
        <source>The title was not changed. %1</source>
        <translation>No se cambió el título. %1</translation>
    </message>
    <message>
        <source>Saved as %1 in the folder %2</source>
        <translation>Guardado como %1 en la carpeta %2</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Nothing was saved. %1</source>
        <translation>No se guardó nada. %1</translation>
    </message>
</context>
<context>
    <name>Erasing</name>
    <message>
        <source>One conversation will be erased from this computer.</source>
        <translation>Se borrará una conversación de este equipo.</translation>
    </message>
    <message>
        <source>All conversations will be erased from this computer.</source>
        <translation>Se borrarán todas las conversaciones de este equipo.</translation>
    </message>
    <message>
        <source>Your drafts, your ratings and the names you gave conversations go too. This cannot be undone.</source>
        <translation>También se borran sus borradores, sus valoraciones y los nombres que dio a las conversaciones. No se puede deshacer.</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Ask again; if it happens again, check the answer model in the settings.</source>
        <translation>Pregunte de nuevo; si vuelve a ocurrir, compruebe el modelo de respuestas en los ajustes.</translation>
    </message>
    <message>
        <source>Close the app and open it again, then ask again.</source>
        <translation>Cierre la aplicación, ábrala de nuevo y vuelva a preguntar.</translation>
    </message>
    <message>
        <source>Ask again in a moment.</source>
        <translation>Pregunte de nuevo en un momento.</translation>
    </message>
    <message>
        <source>Close other programs, then ask again.</source>
        <translation>Cierre otros programas y pregunte de nuevo.</translation>
    </message>
    <message>
        <source>Install the app again.</source>
        <translation>Instale la aplicación de nuevo.</translation>
    </message>
    <message>
        <source>No usable graphics processor was found; answers come from the processor.</source>
        <translation>No se encontró ningún procesador gráfico utilizable; las respuestas vienen del procesador.</translation>
    </message>
    <message>
        <source>The graphics processor could not be used; answers come from the processor.</source>
        <translation>No se pudo usar el procesador gráfico; las respuestas vienen del procesador.</translation>
    </message>
    <message>
        <source>Ask it in fewer words, or in several questions.</source>
        <translation>Pregunte con menos palabras o en varias preguntas.</translation>
    </message>
    <message>
        <source>The question is empty.</source>
        <translation>La pregunta está vacía.</translation>
    </message>
    <message>
        <source>Write a question.</source>
        <translation>Escriba una pregunta.</translation>
    </message>
    <message>
        <source>The question holds characters that are no text.</source>
        <translation>La pregunta contiene caracteres que no son texto.</translation>
    </message>
    <message>
        <source>Type it as plain text.</source>
        <translation>Escríbala como texto sin formato.</translation>
    </message>
    <message>
        <source>The question is longer than %1 characters.</source>
        <translation>La pregunta tiene más de %1 caracteres.</translation>
    </message>
    <message>
        <source>The question is too long for the model.</source>
        <translation>La pregunta es demasiado larga para el modelo.</translation>
    </message>
    <message>
        <source>%1 cannot be read or written.</source>
        <translation>No se puede leer o escribir %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written: the disk is full.</source>
        <translation>No se puede escribir %1: el disco está lleno.</translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation>Libere espacio e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Check the folder and its permissions.</source>
        <translation>Compruebe la carpeta y sus permisos.</translation>
    </message>
    <message>
        <source>The system said: %2.</source>
        <translation>El sistema dijo: %2.</translation>
    </message>
    <message>
        <source>Another program is using %1.</source>
        <translation>Otro programa está usando %1.</translation>
    </message>
    <message>
        <source>Close it, or try again in a moment.</source>
        <translation>Ciérrelo o inténtelo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>%1 is damaged, or is not a file of this app.</source>
        <translation>%1 está dañado o no es un archivo de esta aplicación.</translation>
    </message>
    <message>
        <source>It can be put aside, unchanged, and a new one begun.</source>
        <translation>Se puede apartar, sin cambios, y empezar uno nuevo.</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of this app.</source>
        <translation>%1 se escribió con una versión más reciente de esta aplicación.</translation>
    </message>
    <message>
        <source>Install that version again; nothing in the file was changed.</source>
        <translation>Instale de nuevo esa versión; no se cambió nada en el archivo.</translation>
    </message>
    <message>
        <source>Have it downloaded again, or choose another file.</source>
        <translation>Descárguelo de nuevo o elija otro archivo.</translation>
    </message>
    <message>
        <source>The model file %1 cannot be read.</source>
        <translation>No se puede leer el archivo de modelo %1.</translation>
    </message>
    <message>
        <source>Check the file and its permissions.</source>
        <translation>Compruebe el archivo y sus permisos.</translation>
    </message>
    <message>
        <source>The model file %1 is damaged.</source>
        <translation>El archivo de modelo %1 está dañado.</translation>
    </message>
    <message>
        <source>The model file %1 is not the one that this product needs.</source>
        <translation>El archivo de modelo %1 no es el que necesita este producto.</translation>
    </message>
    <message>
        <source>The model file %1 cannot be used by this app.</source>
        <translation>Esta aplicación no puede usar el archivo de modelo %1.</translation>
    </message>
    <message>
        <source>The model file %1 was changed while it was read.</source>
        <translation>El archivo de modelo %1 cambió mientras se leía.</translation>
    </message>
    <message>
        <source>Wait until nothing writes to it, then try again.</source>
        <translation>Espere a que nada escriba en él e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>A part of the answer model is missing: %1.</source>
        <translation>Falta una parte del modelo de respuestas: %1.</translation>
    </message>
    <message>
        <source>The answer model cannot be fetched here.</source>
        <translation>El modelo de respuestas no se puede obtener aquí.</translation>
    </message>
    <message>
        <source>Choose a file, or talk to a human.</source>
        <translation>Elija un archivo o hable con una persona.</translation>
    </message>
    <message>
        <source>The answer model could not be fetched.</source>
        <translation>No se pudo obtener el modelo de respuestas.</translation>
    </message>
    <message>
        <source>Check the internet connection, then try again.</source>
        <translation>Compruebe la conexión a internet e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The answer model is already being put in place.</source>
        <translation>El modelo de respuestas ya se está instalando.</translation>
    </message>
    <message>
        <source>Wait until that has finished.</source>
        <translation>Espere a que termine.</translation>
    </message>
    <message>
        <source>The answer model is not on this computer.</source>
        <translation>El modelo de respuestas no está en este equipo.</translation>
    </message>
    <message>
        <source>Have it downloaded, or choose a file.</source>
        <translation>Descárguelo o elija un archivo.</translation>
    </message>
    <message>
        <source>This computer&apos;s processor cannot run the answer model.</source>
        <translation>El procesador de este equipo no puede ejecutar el modelo de respuestas.</translation>
    </message>
    <message>
        <source>Checked answers and a human are still here for you.</source>
        <translation>Las respuestas verificadas y una persona siguen a su disposición.</translation>
    </message>
    <message>
        <source>The part that runs the answer model cannot be loaded.</source>
        <translation>No se puede cargar la parte que ejecuta el modelo de respuestas.</translation>
    </message>
    <message>
        <source>The answer model is of a kind that this app cannot use.</source>
        <translation>El modelo de respuestas es de un tipo que esta aplicación no puede usar.</translation>
    </message>
    <message>
        <source>Opening at login cannot be changed here.</source>
        <translation>La apertura al iniciar sesión no se puede cambiar aquí.</translation>
    </message>
    <message>
        <source>Change it in the system&apos;s own settings.</source>
        <translation>Cámbielo en los ajustes del sistema.</translation>
    </message>
    <message>
        <source>This conversation is not there any more.</source>
        <translation>Esta conversación ya no existe.</translation>
    </message>
    <message>
        <source>It may have been deleted; see the list of conversations.</source>
        <translation>Puede que se haya eliminado; mire la lista de conversaciones.</translation>
    </message>
    <message>
        <source>This conversation is not kept.</source>
        <translation>Esta conversación no se guarda.</translation>
    </message>
    <message>
        <source>Ask the question again.</source>
        <translation>Haga la pregunta de nuevo.</translation>
    </message>
    <message>
        <source>There is no history.</source>
        <translation>No hay historial.</translation>
    </message>
    <message>
        <source>Restart the app.</source>
        <translation>Reinicie la aplicación.</translation>
    </message>
    <message>
        <source>The address of the message is not one e-mail address.</source>
        <translation>La dirección del mensaje no es una única dirección de correo.</translation>
    </message>
    <message>
        <source>Correct the address.</source>
        <translation>Corrija la dirección.</translation>
    </message>
</context>
<context>
    <name>ExchangeView</name>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>No answer was written.</source>
        <translation>No se escribió ninguna respuesta.</translation>
    </message>
    <message>
        <source>No answer was shown.</source>
        <translation>No se mostró ninguna respuesta.</translation>
    </message>
    <message>
        <source>Found helpful</source>
        <translation>Considerada útil</translation>
    </message>
    <message>
        <source>Found not helpful</source>
        <translation>Considerada no útil</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>This question has no answer yet.</source>
        <translation>Esta pregunta aún no tiene respuesta.</translation>
    </message>
    <message>
        <source>The answer model cannot be read any more.</source>
        <translation>Ya no se puede leer el modelo de respuestas.</translation>
    </message>
    <message>
        <source>This computer ran out of memory while answering.</source>
        <translation>Este equipo se quedó sin memoria al responder.</translation>
    </message>
    <message>
        <source>Close other programs, then ask again.</source>
        <translation>Cierre otros programas y pregunte de nuevo.</translation>
    </message>
    <message>
        <source>Ask again, or talk to a human.</source>
        <translation>Pregunte de nuevo o hable con una persona.</translation>
    </message>
    <message>
        <source>Your question is kept: ask again, or talk to a human.</source>
        <translation>Su pregunta sigue ahí: pregunte de nuevo o hable con una persona.</translation>
    </message>
    <message>
        <source>Check the model in the settings, then ask again.</source>
        <translation>Compruebe el modelo en los ajustes y pregunte de nuevo.</translation>
    </message>
    <message>
        <source>The answer model stopped.</source>
        <translation>El modelo de respuestas se detuvo.</translation>
    </message>
    <message>
        <source>The answer model did not respond.</source>
        <translation>El modelo de respuestas no respondió.</translation>
    </message>
    <message>
        <source>This computer&apos;s processor cannot run the answer model.</source>
        <translation>El procesador de este equipo no puede ejecutar el modelo de respuestas.</translation>
    </message>
    <message>
        <source>Checked answers and a human are still here for you.</source>
        <translation>Las respuestas verificadas y una persona siguen a su disposición.</translation>
    </message>
    <message>
        <source>The answer could not be written.</source>
        <translation>No se pudo escribir la respuesta.</translation>
    </message>
    <message>
        <source>The answer model is still being checked.</source>
        <translation>El modelo de respuestas aún se está comprobando.</translation>
    </message>
    <message>
        <source>Ask again in a moment, or talk to a human.</source>
        <translation>Pregunte de nuevo en un momento, o hable con una persona.</translation>
    </message>
    <message>
        <source>This one needs the answer model, which is not installed on this computer.</source>
        <translation>Para esto hace falta el modelo de respuestas, que no está instalado en este equipo.</translation>
    </message>
    <message>
        <source>Talk to a human, or ask again once it is installed.</source>
        <translation>Hable con una persona, o pregunte de nuevo cuando esté instalado.</translation>
    </message>
    <message>
        <source>This one needs the answer model, which cannot be used.</source>
        <translation>Para esto hace falta el modelo de respuestas, que no se puede usar.</translation>
    </message>
    <message>
        <source>Talk to a human, or ask again once it can.</source>
        <translation>Hable con una persona, o pregunte de nuevo cuando se pueda.</translation>
    </message>
</context>
<context>
    <name>FailureCardView</name>
    <message>
        <source>Talk to a human</source>
        <translation>Hablar con una persona</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Preguntar de nuevo</translation>
    </message>
    <message>
        <source>Check the model</source>
        <translation>Comprobar el modelo</translation>
    </message>
</context>
<context>
    <name>FeedbackForm</name>
    <message>
        <source>What was wrong?</source>
        <translation>¿Qué estuvo mal?</translation>
    </message>
    <message>
        <source>It is wrong or out of date</source>
        <translation>Es incorrecta o está desactualizada</translation>
    </message>
    <message>
        <source>It missed my question</source>
        <translation>No responde a mi pregunta</translation>
    </message>
    <message>
        <source>Something is missing</source>
        <translation>Falta algo</translation>
    </message>
    <message>
        <source>It is hard to follow</source>
        <translation>Es difícil de entender</translation>
    </message>
    <message>
        <source>In your own words (optional)</source>
        <translation>En sus propias palabras (opcional)</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Kept with this conversation on this computer. Nothing is sent.</source>
        <translation>Se guarda con esta conversación en este equipo. No se envía nada.</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this conversation</source>
        <translation>Buscar en esta conversación</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Close search</source>
        <translation>Cerrar la búsqueda</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>Not found</source>
        <translation>No encontrado</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>which one of how many were found</comment>
        <translation>%1 de %2</translation>
    </message>
</context>
<context>
    <name>Fold</name>
    <message>
        <source>Hide the answer</source>
        <translation>Ocultar la respuesta</translation>
    </message>
    <message>
        <source>Show the answer anyway</source>
        <translation>Mostrar la respuesta de todos modos</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Facts as of %1</source>
        <translation>Datos del %1</translation>
    </message>
    <message>
        <source>Talk to a human</source>
        <translation>Hablar con una persona</translation>
    </message>
    <message>
        <source>Esc stops</source>
        <translation>Esc detiene</translation>
    </message>
</context>
<context>
    <name>GeneralPane</name>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Takes effect the next time you open the window.</source>
        <translation>Se aplica la próxima vez que abra la ventana.</translation>
    </message>
    <message>
        <source>With the icon, the helper stays in the tray when you close the window.</source>
        <translation>Con el icono, el asistente sigue en la bandeja al cerrar la ventana.</translation>
    </message>
    <message>
        <source>Open when I log in</source>
        <translation>Abrir al iniciar sesión</translation>
    </message>
    <message>
        <source>Icon in the system tray</source>
        <translation>Icono en la bandeja del sistema</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>En este equipo</translation>
    </message>
</context>
<context>
    <name>HandingOver</name>
    <message>
        <source>question</source>
        <translation>pregunta</translation>
    </message>
</context>
<context>
    <name>Handoff</name>
    <message>
        <source>Handed to your mail program. Press Send there.</source>
        <translation>Se pasó a su programa de correo. Pulse allí «Enviar».</translation>
    </message>
    <message>
        <source>Copied. Paste it wherever you like.</source>
        <translation>Copiado. Péguelo donde quiera.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Save file</source>
        <translation>Guardar archivo</translation>
    </message>
    <message>
        <source>Save file…</source>
        <translation>Guardar archivo…</translation>
    </message>
    <message>
        <source>You are offline. Your mail program can send it when you are back online.</source>
        <translation>No tiene conexión. Su programa de correo podrá enviarlo cuando vuelva a tenerla.</translation>
    </message>
    <message>
        <source>You are offline: the form cannot open before you are back online.</source>
        <translation>No tiene conexión: el formulario no se puede abrir hasta que vuelva a tenerla.</translation>
    </message>
    <message>
        <source>There is no text yet. Write what you need.</source>
        <translation>Aún no hay texto. Escriba lo que necesita.</translation>
    </message>
    <message>
        <source>Saved as %1 in the folder %2. Open it to send it.</source>
        <translation>Guardado como %1 en la carpeta %2. Ábralo para enviarlo.</translation>
    </message>
    <message>
        <source>This is too long to hand to a mail program. Shorten it, or choose another way.</source>
        <translation>Es demasiado largo para un programa de correo. Acórtelo o elija otra forma.</translation>
    </message>
    <message>
        <source>No mail program could be opened. Choose another way.</source>
        <translation>No se pudo abrir ningún programa de correo. Elija otra forma.</translation>
    </message>
    <message>
        <source>Handed to your mail program. You are offline: it can be sent there when you are back online.</source>
        <translation>Se pasó a su programa de correo. No tiene conexión: podrá enviarlo desde allí cuando vuelva a tenerla.</translation>
    </message>
    <message>
        <source>Copied. You are offline, so the form cannot open: come back when you are online again.</source>
        <translation>Copiado. No tiene conexión, así que el formulario no se puede abrir: vuelva aquí cuando la recupere.</translation>
    </message>
    <message>
        <source>Copied, but no browser could be opened. Paste it at this address: %1</source>
        <translation>Copiado, pero no se pudo abrir ningún navegador. Péguelo en esta dirección: %1</translation>
    </message>
    <message>
        <source>Copied, and the form opens in your browser. Paste it there and send it there.</source>
        <translation>Copiado; el formulario se abre en su navegador. Péguelo allí y envíelo desde allí.</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Open in e-mail</source>
        <translation>Abrir en el correo</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Web form</source>
        <translation>Formulario web</translation>
    </message>
    <message>
        <source>Copy and open form</source>
        <translation>Copiar y abrir formulario</translation>
    </message>
</context>
<context>
    <name>HandoffSheet</name>
    <message>
        <source>Hand this to %1</source>
        <translation>Pasar esto a %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Asunto</translation>
    </message>
    <message>
        <source>Exactly what will be handed over</source>
        <translation>Exactamente lo que se va a pasar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>Guardar en otro lugar…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>How it leaves</source>
        <translation>Forma de envío</translation>
    </message>
    <message>
        <source>What you changed before is kept.</source>
        <translation>Se conserva lo que cambió antes.</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>Nothing has been masked. Read it before you send.</source>
        <translation>No se ha ocultado nada. Léalo antes de enviarlo.</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Destino</translation>
    </message>
    <message>
        <source>Write what you need help with here</source>
        <translation>Escriba aquí en qué necesita ayuda</translation>
    </message>
</context>
<context>
    <name>HandoffText</name>
    <message>
        <source>a question</source>
        <translation>una pregunta</translation>
    </message>
    <message>
        <source>Why a person</source>
        <translation>Por qué una persona</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Earlier in this conversation</source>
        <translation>Antes en esta conversación</translation>
    </message>
    <message>
        <source>The helper answered</source>
        <translation>El asistente respondió</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>Asistente</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Producto</translation>
    </message>
    <message>
        <source>version</source>
        <translation>versión</translation>
    </message>
    <message>
        <source>The helper was not sure of its answer.</source>
        <translation>El asistente no estaba seguro de su respuesta.</translation>
    </message>
    <message>
        <source>The helper cannot answer this itself.</source>
        <translation>El asistente no puede responder a esto por sí mismo.</translation>
    </message>
    <message>
        <source>The helper could not write an answer on this computer.</source>
        <translation>El asistente no pudo escribir una respuesta en este equipo.</translation>
    </message>
    <message>
        <source>Nobody has checked an answer to this yet.</source>
        <translation>Nadie ha verificado aún una respuesta a esto.</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Opciones</translation>
    </message>
    <message>
        <source>Answers on this computer</source>
        <translation>Responde en este equipo</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>En este equipo</translation>
    </message>
    <message>
        <source>Checked answers only</source>
        <translation>Solo respuestas verificadas</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Your saved conversations cannot be opened: their file is damaged, so new ones are not saved. You can start a new list; the damaged file stays on this computer.</source>
        <translation>No se pueden abrir sus conversaciones guardadas: el archivo está dañado, así que las nuevas no se guardan. Puede empezar una lista nueva; el archivo dañado se queda en este equipo.</translation>
    </message>
    <message>
        <source>Start a new list</source>
        <translation>Empezar una lista nueva</translation>
    </message>
    <message>
        <source>The disk is full, so your last messages are not saved. Free some space, then save them.</source>
        <translation>El disco está lleno y sus últimos mensajes no se han guardado. Libere espacio y guárdelos.</translation>
    </message>
    <message>
        <source>Your last messages are not saved. %1</source>
        <translation>Sus últimos mensajes no se han guardado. %1</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>Guardar ahora</translation>
    </message>
    <message>
        <source>Your conversations are safe in their folder. A newer version of this app saved them, and this one cannot open them. Install the newest version to see them again; until then, new ones are not saved.</source>
        <translation>Sus conversaciones están a salvo en su carpeta. Las guardó una versión más nueva de esta aplicación, y la instalada aquí no puede abrirlas. Instale la versión más reciente para volver a verlas; hasta entonces, las nuevas no se guardan.</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Mostrar carpeta</translation>
    </message>
    <message>
        <source>Another program is using your saved conversations, so new ones are not saved. Close it, then try again.</source>
        <translation>Otro programa está usando sus conversaciones guardadas y las nuevas no se guardan. Ciérrelo y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>The disk is full, so conversations are not saved. Free some space, then try again.</source>
        <translation>El disco está lleno y las conversaciones no se guardan. Libere espacio y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Conversations are not saved right now. %1</source>
        <translation>Ahora mismo las conversaciones no se guardan. %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
</context>
<context>
    <name>Judging</name>
    <message>
        <source>Thank you. Kept on this computer only.</source>
        <translation>Gracias. Se guarda solo en este equipo.</translation>
    </message>
    <message>
        <source>This was not kept. %1</source>
        <translation>Esto no se guardó. %1</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>Search help pages</source>
        <translation>Buscar en la ayuda</translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation>Páginas de ayuda</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar nombre</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation>Todas las conversaciones</translation>
    </message>
    <message>
        <source>Export all</source>
        <translation>Exportar todas</translation>
    </message>
    <message>
        <source>Erase everything…</source>
        <translation>Borrar todo…</translation>
    </message>
    <message>
        <source>To read (Markdown)…</source>
        <translation>Para leer (Markdown)…</translation>
    </message>
    <message>
        <source>For programs (JSON lines)…</source>
        <translation>Para programas (JSON Lines)…</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Opciones</translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation>Páginas de ayuda</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Delete this conversation</source>
        <translation>Eliminar esta conversación</translation>
    </message>
    <message>
        <source>Erase all conversations</source>
        <translation>Borrar todas las conversaciones</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>Acerca de %1</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Download again</source>
        <translation>Descargar de nuevo</translation>
    </message>
    <message>
        <source>Download the new one</source>
        <translation>Descargar el nuevo</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Descargar</translation>
    </message>
    <message>
        <source>The download is paused</source>
        <translation>La descarga está en pausa</translation>
    </message>
    <message>
        <source>What is already downloaded is kept.</source>
        <translation>Lo ya descargado se conserva.</translation>
    </message>
    <message>
        <source>Checking the answer model</source>
        <translation>Comprobando el modelo de respuestas</translation>
    </message>
    <message>
        <source>Trying the answer model out</source>
        <translation>Probando el modelo de respuestas</translation>
    </message>
    <message>
        <source>Getting the answer model</source>
        <translation>Obteniendo el modelo de respuestas</translation>
    </message>
    <message>
        <source>You can ask, read help pages and reach a human meanwhile.</source>
        <translation>Mientras tanto puede preguntar, leer páginas de ayuda y hablar con una persona.</translation>
    </message>
    <message>
        <source>Almost ready</source>
        <translation>Casi listo</translation>
    </message>
    <message>
        <source>Your file was not changed. Choose another one.</source>
        <translation>Su archivo no se ha modificado. Elija otro.</translation>
    </message>
    <message>
        <source>Your file was not changed. Choose another one, or download the model.</source>
        <translation>Su archivo no se ha modificado. Elija otro o descargue el modelo.</translation>
    </message>
    <message>
        <source>The file on this computer is damaged and is not used.</source>
        <translation>El archivo de este equipo está dañado y no se usa.</translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation>Descárguelo de nuevo.</translation>
    </message>
    <message>
        <source>Other questions need the answer model.</source>
        <translation>Para otras preguntas hace falta el modelo de respuestas.</translation>
    </message>
    <message>
        <source>For other questions, download the answer model once. It is checked and stays on this computer.</source>
        <translation>Para otras preguntas, descargue una vez el modelo de respuestas. Se comprueba y se queda en este equipo.</translation>
    </message>
    <message>
        <source>Free some space, then check again.</source>
        <translation>Libere espacio y compruebe de nuevo.</translation>
    </message>
    <message>
        <source>There is not enough free space for the answer model</source>
        <translation>No hay espacio suficiente para el modelo de respuestas</translation>
    </message>
    <message>
        <source>The answer model could not be fetched</source>
        <translation>No se pudo obtener el modelo de respuestas</translation>
    </message>
    <message>
        <source>It is on this computer already and is checked before its first answer. Nothing is downloaded.</source>
        <translation>Ya está en este equipo y se comprueba antes de su primera respuesta. No se descarga nada.</translation>
    </message>
    <message>
        <source>Check the internet connection, then try again.</source>
        <translation>Compruebe la conexión a internet e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Check the internet connection and try again, or choose a file.</source>
        <translation>Compruebe la conexión a internet e inténtelo de nuevo, o elija un archivo.</translation>
    </message>
    <message>
        <source>The chosen file is not the answer model of this product</source>
        <translation>El archivo elegido no es el modelo de respuestas de este producto</translation>
    </message>
    <message>
        <source>What arrived is not the answer model, so it was not used</source>
        <translation>Lo recibido no es el modelo de respuestas, así que no se usó</translation>
    </message>
    <message>
        <source>Try again; if it stays so, tell a human.</source>
        <translation>Inténtelo de nuevo; si sigue igual, avise a una persona.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Checked answers, help pages and a human are here for you.</source>
        <translation>Tiene a su disposición respuestas verificadas, páginas de ayuda y una persona.</translation>
    </message>
    <message>
        <source>It is not the file it should be, so it is not used.</source>
        <translation>No es el archivo que debería ser, así que no se usa.</translation>
    </message>
    <message>
        <source>The answer model is damaged</source>
        <translation>El modelo de respuestas está dañado</translation>
    </message>
    <message>
        <source>The one on this computer is for an earlier version of the help.</source>
        <translation>El de este equipo es de una versión anterior de la ayuda.</translation>
    </message>
    <message>
        <source>A newer answer model is needed</source>
        <translation>Hace falta un modelo de respuestas más reciente</translation>
    </message>
    <message>
        <source>The answer model is not on this computer</source>
        <translation>El modelo de respuestas no está en este equipo</translation>
    </message>
    <message>
        <source>Size: %1</source>
        <translation>Tamaño: %1</translation>
    </message>
    <message>
        <source>%1 free on this disk</source>
        <translation>%1 libres en este disco</translation>
    </message>
    <message>
        <source>It needs %1 of free space, and less than that is free.</source>
        <translation>Necesita %1 de espacio libre y hay menos.</translation>
    </message>
    <message>
        <source>It needs %1 of free space, and %2 is free.</source>
        <translation>Necesita %1 de espacio libre y hay %2.</translation>
    </message>
    <message>
        <source>Free at least %3 more, then check again.</source>
        <translation>Libere al menos %3 más y compruebe de nuevo.</translation>
    </message>
    <message>
        <source>The download and the model itself both take space at first.</source>
        <translation>Al principio ocupan espacio tanto la descarga como el propio modelo.</translation>
    </message>
    <message>
        <source>It takes about %1, and this computer has %2. Checked answers, help pages and a human are here for you; with the model it may become slow, or answers may fail.</source>
        <translation>Ocupa cerca de %1 y este equipo tiene %2. Tiene a su disposición respuestas verificadas, páginas de ayuda y una persona; con el modelo puede volverse lento, o fallar alguna respuesta.</translation>
    </message>
    <message>
        <source>This computer has little memory for the answer model</source>
        <translation>Este equipo tiene poca memoria para el modelo de respuestas</translation>
    </message>
    <message>
        <source>Download anyway</source>
        <translation>Descargar de todos modos</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Elegir un archivo</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Comprobar de nuevo</translation>
    </message>
</context>
<context>
    <name>ModelPane</name>
    <message>
        <source>Looking…</source>
        <translation>Mirando…</translation>
    </message>
    <message>
        <source>Chosen when the program was started. It cannot be checked.</source>
        <translation>Elegido al iniciar el programa. No se puede comprobar.</translation>
    </message>
    <message>
        <source>This helper works without a model: with checked answers and help pages.</source>
        <translation>Este asistente funciona sin modelo: con respuestas comprobadas y páginas de ayuda.</translation>
    </message>
    <message>
        <source>Intact: every byte is as it should be.</source>
        <translation>Íntegro: cada byte es como debe ser.</translation>
    </message>
    <message>
        <source>%1, for %2</source>
        <translation>%1, para %2</translation>
    </message>
    <message>
        <source>Ready.</source>
        <translation>Listo.</translation>
    </message>
    <message>
        <source>On this computer, but not checked yet.</source>
        <translation>En este equipo, pero aún sin comprobar.</translation>
    </message>
    <message>
        <source>Checked today at %1.</source>
        <translation>Comprobado hoy a las %1.</translation>
    </message>
    <message>
        <source>Checked on %1.</source>
        <translation>Comprobado el %1.</translation>
    </message>
    <message>
        <source>Another version is here; this one is not installed yet.</source>
        <translation>Hay otra versión; esta aún no está instalada.</translation>
    </message>
    <message>
        <source>Not on this computer.</source>
        <translation>No está en este equipo.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Ubicación</translation>
    </message>
    <message>
        <source>Answer model</source>
        <translation>Modelo de respuestas</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Comprobar ahora</translation>
    </message>
    <message>
        <source>Check the model</source>
        <translation>Comprobar el modelo</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Descargar</translation>
    </message>
    <message>
        <source>Download it</source>
        <translation>Descargarlo</translation>
    </message>
    <message>
        <source>A model file that is already on this computer. It is checked before use.</source>
        <translation>Un archivo de modelo que ya está en este equipo. Se comprueba antes de usarlo.</translation>
    </message>
    <message>
        <source>Take it from a file</source>
        <translation>Tomarlo de un archivo</translation>
    </message>
    <message>
        <source>Too little free space</source>
        <translation>Falta espacio libre</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Comprobar de nuevo</translation>
    </message>
    <message>
        <source>Every byte is checked…</source>
        <translation>Se comprueba cada byte…</translation>
    </message>
    <message>
        <source>Being checked…</source>
        <translation>Comprobando…</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
</context>
<context>
    <name>ModelPresenter</name>
    <message>
        <source>Check again</source>
        <translation>Comprobar de nuevo</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>Try other words, or put it to the helper as a question.</source>
        <translation>Pruebe con otras palabras o pregúntele al asistente.</translation>
    </message>
    <message>
        <source>Ask the helper</source>
        <translation>Preguntar al asistente</translation>
    </message>
    <message>
        <source>No page has “%1”</source>
        <translation>Ninguna página contiene «%1»</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>Operations</name>
    <message>
        <source>Something went wrong that should not have.</source>
        <translation>Algo salió mal que no debería haber salido mal.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, restart the app.</source>
        <translation>Inténtelo de nuevo. Si vuelve a ocurrir, reinicie la aplicación.</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Open in browser</source>
        <translation>Abrir en el navegador</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>We are not sure about this answer</source>
        <translation>No estamos seguros de esta respuesta</translation>
    </message>
    <message>
        <source>A person should look at this</source>
        <translation>Una persona debería ver esto</translation>
    </message>
    <message>
        <source>A person can help with this</source>
        <translation>Una persona puede ayudarle con esto</translation>
    </message>
    <message>
        <source>You see the text before it goes.</source>
        <translation>Verá el texto antes de que salga.</translation>
    </message>
    <message>
        <source>You asked for a person.</source>
        <translation>Ha pedido hablar con una persona.</translation>
    </message>
    <message>
        <source>Security matters go straight to a person.</source>
        <translation>Los asuntos de seguridad van directamente a una persona.</translation>
    </message>
    <message>
        <source>Legal and privacy matters go to a person.</source>
        <translation>Los asuntos legales y de privacidad van a una persona.</translation>
    </message>
    <message>
        <source>This is too important to leave to a program.</source>
        <translation>Esto es demasiado importante para dejarlo a un programa.</translation>
    </message>
    <message>
        <source>You should not be alone with this.</source>
        <translation>No debería estar a solas con esto.</translation>
    </message>
    <message>
        <source>You have tried this more than once.</source>
        <translation>Ya lo ha intentado más de una vez.</translation>
    </message>
    <message>
        <source>Nobody has checked an answer to this yet, and the helper does not guess.</source>
        <translation>Nadie ha verificado aún una respuesta a esto, y el asistente no adivina.</translation>
    </message>
    <message>
        <source>The helper is not sure of this answer.</source>
        <translation>El asistente no está seguro de esta respuesta.</translation>
    </message>
    <message>
        <source>A person can tell you for certain.</source>
        <translation>Una persona puede decírselo con seguridad.</translation>
    </message>
    <message>
        <source>This is about something only a person can look into: %1.</source>
        <translation>Se trata de algo que solo una persona puede revisar: %1.</translation>
    </message>
    <message>
        <source>The helper cannot see your account, so it cannot settle this itself.</source>
        <translation>El asistente no puede ver su cuenta, así que no puede resolver esto por sí mismo.</translation>
    </message>
</context>
<context>
    <name>PersonCardView</name>
    <message>
        <source>Next: %1.</source>
        <translation>A continuación: %1.</translation>
    </message>
    <message>
        <source>Talk to a human</source>
        <translation>Hablar con una persona</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Deleted. Its last traces are wiped from the disk a little later. %1</source>
        <translation>Eliminado. Sus últimos rastros se borrarán del disco un poco más tarde. %1</translation>
    </message>
    <message>
        <source>Conversations are kept again, with what was said meanwhile.</source>
        <translation>Las conversaciones vuelven a guardarse, también lo dicho entretanto.</translation>
    </message>
    <message>
        <source>Nothing was deleted. %1</source>
        <translation>No se eliminó nada. %1</translation>
    </message>
    <message>
        <source>All conversations are erased.</source>
        <translation>Todas las conversaciones se han borrado.</translation>
    </message>
    <message>
        <source>No program on this computer opened this link. Copy it and paste it into your browser: %1</source>
        <translation>Ningún programa de este equipo abrió este enlace. Cópielo y péguelo en su navegador: %1</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copiar enlace</translation>
    </message>
    <message>
        <source>Erase all conversations?</source>
        <translation>¿Borrar todas las conversaciones?</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Borrar</translation>
    </message>
</context>
<context>
    <name>PrivacyPane</name>
    <message>
        <source>Privacy</source>
        <translation>Privacidad</translation>
    </message>
    <message>
        <source>Your questions and the answers stay on this computer. What goes to support is shown to you first, and only you send it.</source>
        <translation>Sus preguntas y las respuestas se quedan en este equipo. Lo que va al soporte se le muestra antes, y solo usted lo envía.</translation>
    </message>
    <message>
        <source>Keep conversations</source>
        <translation>Guardar conversaciones</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>Borrar…</translation>
    </message>
    <message>
        <source>Erase all conversations…</source>
        <translation>Borrar todas las conversaciones…</translation>
    </message>
    <message>
        <source>Every question and answer, with your drafts and ratings. You are asked first.</source>
        <translation>Todas las preguntas y respuestas, con sus borradores y valoraciones. Antes se le pregunta.</translation>
    </message>
    <message>
        <source>Erase all conversations</source>
        <translation>Borrar todas las conversaciones</translation>
    </message>
    <message>
        <source>Older conversations are erased the next time you open the window.</source>
        <translation>Las conversaciones más antiguas se borran la próxima vez que abra la ventana.</translation>
    </message>
    <message>
        <source>Nothing is erased until you do it.</source>
        <translation>No se borra nada hasta que usted lo haga.</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
    <message>
        <source>What is kept here</source>
        <translation>Qué se guarda aquí</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Ubicación</translation>
    </message>
</context>
<context>
    <name>ProgressBar</name>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>This page is too intricate to be shown here.</source>
        <translation>Esta página es demasiado compleja para mostrarla aquí.</translation>
    </message>
    <message>
        <source>This page has no text yet.</source>
        <translation>Esta página aún no tiene texto.</translation>
    </message>
    <message>
        <source>1 page found</source>
        <translation>1 página encontrada</translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation>Páginas de ayuda</translation>
    </message>
</context>
<context>
    <name>ReaderBar</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Search help pages</source>
        <translation>Buscar en la ayuda</translation>
    </message>
    <message>
        <source>Close help pages</source>
        <translation>Cerrar la ayuda</translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation>Páginas de ayuda</translation>
    </message>
</context>
<context>
    <name>ReaderFoot</name>
    <message>
        <source>Talk to a human</source>
        <translation>Hablar con una persona</translation>
    </message>
    <message>
        <source>Still stuck?</source>
        <translation>¿Sigue con dudas?</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>This page is not among the help pages any more.</source>
        <translation>Esta página ya no está entre las páginas de ayuda.</translation>
    </message>
</context>
<context>
    <name>Revision</name>
    <message>
        <source>Edit your question</source>
        <translation>Editar su pregunta</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Preguntar de nuevo</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Choose another folder.</source>
        <translation>Elija otra carpeta.</translation>
    </message>
    <message>
        <source>There is no room left in the folder %1.</source>
        <translation>No queda espacio en la carpeta %1.</translation>
    </message>
    <message>
        <source>Free some space, or choose another folder.</source>
        <translation>Libere espacio o elija otra carpeta.</translation>
    </message>
    <message>
        <source>The folder %1 is not there any more.</source>
        <translation>La carpeta %1 ya no está.</translation>
    </message>
    <message>
        <source>Connect the drive it is on, or choose another folder.</source>
        <translation>Conecte la unidad en la que está o elija otra carpeta.</translation>
    </message>
    <message>
        <source>A file cannot be called %1 here.</source>
        <translation>Aquí un archivo no puede llamarse %1.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Elija otro nombre.</translation>
    </message>
    <message>
        <source>You may not save in the folder %1, or another program is using the file.</source>
        <translation>No tiene permiso para guardar en la carpeta %1, u otro programa está usando el archivo.</translation>
    </message>
    <message>
        <source>The folder %1 can only be read.</source>
        <translation>La carpeta %1 es de solo lectura.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written to.</source>
        <translation>No se puede escribir en la carpeta %1.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear search</source>
        <translation>Borrar la búsqueda</translation>
    </message>
</context>
<context>
    <name>SendButton</name>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
</context>
<context>
    <name>SettingsFile</name>
    <message>
        <source>The settings file was removed. Your settings are written again.</source>
        <translation>Se eliminó el archivo de ajustes. Sus ajustes se escriben de nuevo.</translation>
    </message>
    <message>
        <source>Settings were changed outside this window and are taken over: %1.</source>
        <translation>Se cambiaron ajustes fuera de esta ventana y se adoptan: %1.</translation>
    </message>
    <message>
        <source>Show file</source>
        <translation>Mostrar archivo</translation>
    </message>
    <message>
        <source>A new file was written, and the old one is kept.</source>
        <translation>Se ha escrito un archivo nuevo y el anterior se conserva.</translation>
    </message>
    <message>
        <source>The settings file could not be read. Your settings are still the same, and you do not need to do anything.</source>
        <translation>No se pudo leer el archivo de ajustes. Sus ajustes siguen igual y no tiene que hacer nada.</translation>
    </message>
    <message>
        <source>Your settings could not be read, so the standard ones are in use. You can choose yours again in the settings.</source>
        <translation>No se pudieron leer sus ajustes, así que se usan los estándar. Puede volver a elegir los suyos en los ajustes.</translation>
    </message>
    <message>
        <source>The setting “%1” had a value that cannot be used. It stays as it was.</source>
        <translation>El ajuste «%1» tenía un valor que no se puede usar. Queda como estaba.</translation>
    </message>
    <message>
        <source>The setting “%1” had a value that cannot be used. It is back to the standard one.</source>
        <translation>El ajuste «%1» tenía un valor que no se puede usar. Vuelve al estándar.</translation>
    </message>
    <message>
        <source>The setting “%1” is not known to this version; it is left out.</source>
        <translation>Esta versión no conoce el ajuste «%1»; se omite.</translation>
    </message>
    <message>
        <source>The settings file could not be repaired.</source>
        <translation>No se pudo reparar el archivo de ajustes.</translation>
    </message>
    <message>
        <source>The earlier file is kept as %1.</source>
        <translation>El archivo anterior se conserva como %1.</translation>
    </message>
    <message>
        <source>language</source>
        <translation>idioma</translation>
    </message>
    <message>
        <source>theme</source>
        <translation>tema</translation>
    </message>
    <message>
        <source>text size</source>
        <translation>tamaño del texto</translation>
    </message>
    <message>
        <source>how long conversations are kept</source>
        <translation>cuánto se guardan las conversaciones</translation>
    </message>
    <message>
        <source>where the model runs</source>
        <translation>dónde se ejecuta el modelo</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>hilos</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>memoria</translation>
    </message>
    <message>
        <source>icon in the system tray</source>
        <translation>icono en la bandeja del sistema</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Close settings</source>
        <translation>Cerrar los ajustes</translation>
    </message>
</context>
<context>
    <name>SettingsPresenter</name>
    <message>
        <source>What you chose counts until the window is closed; it could not be saved. %1</source>
        <translation>Lo elegido cuenta hasta que se cierre la ventana; no se pudo guardar. %1</translation>
    </message>
    <message>
        <source>The folder could not be opened: %1</source>
        <translation>No se pudo abrir la carpeta: %1</translation>
    </message>
    <message>
        <source>Stopped before the end.</source>
        <translation>Detenido antes de terminar.</translation>
    </message>
    <message>
        <source>The text of this licence is not on this computer: %1</source>
        <translation>El texto de esta licencia no está en este equipo: %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Everywhere</source>
        <translation>En todas partes</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Nueva conversación</translation>
    </message>
    <message>
        <source>Write a question</source>
        <translation>Escribir una pregunta</translation>
    </message>
    <message>
        <source>Talk to a human</source>
        <translation>Hablar con una persona</translation>
    </message>
    <message>
        <source>Find in what is shown</source>
        <translation>Buscar en lo que se muestra</translation>
    </message>
    <message>
        <source>Search all conversations</source>
        <translation>Buscar en todas las conversaciones</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Close what is open, stop an answer</source>
        <translation>Cerrar lo abierto, detener una respuesta</translation>
    </message>
    <message>
        <source>Writing a question</source>
        <translation>Al escribir una pregunta</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>Nueva línea</translation>
    </message>
    <message>
        <source>Finding in a conversation</source>
        <translation>Al buscar en una conversación</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>List of conversations</source>
        <translation>Lista de conversaciones</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar nombre</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Undo delete</source>
        <translation>Deshacer la eliminación</translation>
    </message>
    <message>
        <source>Help pages and settings</source>
        <translation>Páginas de ayuda y ajustes</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
</context>
<context>
    <name>ShortcutsSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
</context>
<context>
    <name>Stored</name>
    <message>
        <source>Conversations</source>
        <translation>Conversaciones</translation>
    </message>
    <message>
        <source>Answer model</source>
        <translation>Modelo de respuestas</translation>
    </message>
    <message>
        <source>Your questions and drafts, the answers, your ratings, and the names you gave conversations.</source>
        <translation>Sus preguntas y borradores, las respuestas, sus valoraciones y los nombres que dio a las conversaciones.</translation>
    </message>
    <message>
        <source>Quick resume</source>
        <translation>Continuación rápida</translation>
    </message>
    <message>
        <source>Lets the model continue a conversation without reading all of it again.</source>
        <translation>Permite al modelo continuar una conversación sin volver a leerla entera.</translation>
    </message>
    <message>
        <source>The installed model. Nothing of yours is in it.</source>
        <translation>El modelo instalado. No contiene nada suyo.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>What you chose here.</source>
        <translation>Lo que eligió aquí.</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>What went wrong and when, without a word of what you asked.</source>
        <translation>Qué salió mal y cuándo, sin una palabra de lo que preguntó.</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Vacío</translation>
    </message>
</context>
<context>
    <name>TalkPresenter</name>
    <message>
        <source>Checking…</source>
        <translation>Comprobando…</translation>
    </message>
    <message>
        <source>Starting the answer model…</source>
        <translation>Iniciando el modelo de respuestas…</translation>
    </message>
    <message>
        <source>The answer model stopped. Starting it again…</source>
        <translation>El modelo de respuestas se detuvo. Se está reiniciando…</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Open %1</source>
        <translation>Abrir %1</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Ask a question…</source>
        <translation>Haga una pregunta…</translation>
    </message>
    <message>
        <source>Talk to a human</source>
        <translation>Hablar con una persona</translation>
    </message>
</context>
<context>
    <name>counted</name>
    <message numerus="yes">
        <source>About %Ln minutes left</source>
        <translation>
            <numerusform>Queda %Ln minuto aproximadamente</numerusform>
            <numerusform>Quedan %Ln minutos aproximadamente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %Ln hours left</source>
        <translation>
            <numerusform>Queda %Ln hora aproximadamente</numerusform>
            <numerusform>Quedan %Ln horas aproximadamente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln día</numerusform>
            <numerusform>%Ln días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pages found</source>
        <translation>
            <numerusform>%Ln página encontrada</numerusform>
            <numerusform>%Ln páginas encontradas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversations will be erased from this computer.</source>
        <translation>
            <numerusform>Se borrará %Ln conversación de este equipo.</numerusform>
            <numerusform>Se borrarán %Ln conversaciones de este equipo.</numerusform>
        </translation>
    </message>
</context>
</TS>
