<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>AboutPane</name>
    <message>
        <source>About</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Based on</source>
        <translation>Auf der Grundlage von</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy details for support</source>
        <translation>Angaben für den Support kopieren</translation>
    </message>
    <message>
        <source>Details for support</source>
        <translation>Angaben für den Support</translation>
    </message>
    <message>
        <source>Versions and settings. No word of your conversations, and not your name.</source>
        <translation>Versionen und Einstellungen. Kein Wort aus Ihren Gesprächen und nicht Ihr Name.</translation>
    </message>
    <message>
        <source>Exactly this was copied</source>
        <translation>Genau das wurde kopiert</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Qt is used as separate libraries under the GNU Lesser General Public License, version 3: they may be replaced by your own. It comes without any warranty. Text is set in the fonts of your system.</source>
        <translation>Qt wird in Form eigener Bibliotheken unter der GNU Lesser General Public License, Version 3, verwendet: Sie dürfen sie durch Ihre eigenen ersetzen. Es gibt keinerlei Gewährleistung. Texte erscheinen in den Schriften Ihres Systems.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Program: %1</source>
        <translation>Programm: %1</translation>
    </message>
    <message>
        <source>Answer model: %1</source>
        <translation>Antwortmodell: %1</translation>
    </message>
</context>
<context>
    <name>AdvancedPane</name>
    <message>
        <source>What this computer has could not be found out.</source>
        <translation>Was dieser Computer bietet, ließ sich nicht feststellen.</translation>
    </message>
    <message>
        <source>Graphics processor: %1.</source>
        <translation>Grafikprozessor: %1.</translation>
    </message>
    <message>
        <source>No graphics processor was found that can be used: the processor answers.</source>
        <translation>Es wurde kein nutzbarer Grafikprozessor gefunden: Der Prozessor antwortet.</translation>
    </message>
    <message>
        <source>No graphics processor was found that can be used.</source>
        <translation>Es wurde kein nutzbarer Grafikprozessor gefunden.</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>“Automatic” is right for most people. A change applies from the next answer.</source>
        <translation>„Automatisch“ passt für die meisten. Eine Änderung gilt ab der nächsten Antwort.</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>Läuft auf</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Answer model</source>
        <translation>Antwortmodell</translation>
    </message>
    <message>
        <source>More threads than your processor has cores rarely make it faster.</source>
        <translation>Mehr Threads, als der Prozessor Kerne hat, machen es selten schneller.</translation>
    </message>
    <message>
        <source>“Low” leaves more memory for other programs. “Fast” answers sooner, but uses more of it.</source>
        <translation>„Sparsam“ lässt anderen Programmen mehr Speicher. „Schnell“ antwortet früher, braucht aber mehr davon.</translation>
    </message>
</context>
<context>
    <name>Amounts</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>a size each second</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>Less than a minute left</source>
        <translation>Noch weniger als eine Minute</translation>
    </message>
    <message>
        <source>About a minute left</source>
        <translation>Noch etwa eine Minute</translation>
    </message>
    <message>
        <source>About an hour left</source>
        <translation>Noch etwa eine Stunde</translation>
    </message>
    <message>
        <source>More than a day left</source>
        <translation>Noch mehr als ein Tag</translation>
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
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>No new answer this time – the earlier one is kept.</source>
        <translation>Diesmal kam keine neue Antwort – die bisherige bleibt.</translation>
    </message>
    <message>
        <source>Please double-check this one before you rely on it.</source>
        <translation>Bitte prüfen Sie diese Antwort, bevor Sie sich darauf verlassen.</translation>
    </message>
    <message>
        <source>Please double-check this one with the help page or a person.</source>
        <translation>Bitte prüfen Sie diese Antwort mit der Hilfeseite oder einem Menschen nach.</translation>
    </message>
    <message>
        <source>Help page updated %1</source>
        <translation>Hilfeseite vom %1</translation>
    </message>
    <message>
        <source>Oldest help page: %1</source>
        <translation>Älteste Hilfeseite: %1</translation>
    </message>
</context>
<context>
    <name>AnswerActions</name>
    <message>
        <source>Copy answer</source>
        <translation>Antwort kopieren</translation>
    </message>
    <message>
        <source>Helpful</source>
        <translation>Hilfreich</translation>
    </message>
    <message>
        <source>Not helpful</source>
        <translation>Nicht hilfreich</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>Noch einmal antworten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>Bubble</name>
    <message>
        <source>Your question</source>
        <translation>Ihre Frage</translation>
    </message>
    <message>
        <source>Edit and ask again</source>
        <translation>Bearbeiten und noch einmal fragen</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>System language</source>
        <translation>Systemsprache</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Graphics</source>
        <translation>Grafik</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Sparsam</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Automatic (%1)</source>
        <translation>Automatisch (%1)</translation>
    </message>
    <message>
        <source>Until I erase them</source>
        <translation>Bis ich sie lösche</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 Jahr</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Your question</source>
        <translation>Ihre Frage</translation>
    </message>
</context>
<context>
    <name>Confirm</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ConversationListView</name>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
</context>
<context>
    <name>Conversations</name>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No conversation has “%1” in it.</source>
        <translation>In keinem Gespräch kommt „%1“ vor.</translation>
    </message>
    <message>
        <source>Conversations cannot be read</source>
        <translation>Gespräche lassen sich nicht lesen</translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>Noch keine Gespräche</translation>
    </message>
    <message>
        <source>What you ask is kept here, on this computer only.</source>
        <translation>Was Sie fragen, wird hier aufbewahrt, nur auf diesem Computer.</translation>
    </message>
    <message>
        <source>Enter saves, Esc cancels</source>
        <translation>Enter speichert, Esc bricht ab</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
</context>
<context>
    <name>Days</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>format of a date in this year</comment>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>format of a date in another year</comment>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>format of a short date in this year</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>format of a short date in another year</comment>
        <translation>d. MMM yyyy</translation>
    </message>
</context>
<context>
    <name>Deletions</name>
    <message>
        <source>Conversation deleted</source>
        <translation>Gespräch gelöscht</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversations deleted</source>
        <translation>
            <numerusform>%Ln Gespräch gelöscht</numerusform>
            <numerusform>%Ln Gespräche gelöscht</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoubtCard</name>
    <message>
        <source>Talk to a human</source>
        <translation>Mit einem Menschen sprechen</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neues Gespräch</translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation>Alle Gespräche</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
</context>
<context>
    <name>DrawerPresenter</name>
    <message>
        <source>It could not be brought back. %1</source>
        <translation>Es ließ sich nicht zurückholen. %1</translation>
    </message>
    <message>
        <source>Deleted. Its last traces are wiped from the disk a little later. %1</source>
        <translation>Gelöscht. Die letzten Spuren werden etwas später vom Datenträger entfernt. %1</translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln conversations found</source>
        <translation>
            <numerusform>Mehr als %Ln Gespräch gefunden</numerusform>
            <numerusform>Mehr als %Ln Gespräche gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>1 conversation found</source>
        <translation>1 Gespräch gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversations found</source>
        <translation>
            <numerusform>%Ln Gespräch gefunden</numerusform>
            <numerusform>%Ln Gespräche gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was deleted. %1</source>
        <translation>Es wurde nichts gelöscht. %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>It was erased already and cannot be brought back.</source>
        <translation>Es ist schon endgültig gelöscht und lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>The title was not changed. %1</source>
        <translation>Der Titel wurde nicht geändert. %1</translation>
    </message>
    <message>
        <source>Saved as %1 in the folder %2</source>
        <translation>Gespeichert als %1 im Ordner %2</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Nothing was saved. %1</source>
        <translation>Es wurde nichts gespeichert. %1</translation>
    </message>
</context>
<context>
    <name>Erasing</name>
    <message>
        <source>One conversation will be erased from this computer.</source>
        <translation>Ein Gespräch wird von diesem Computer gelöscht.</translation>
    </message>
    <message>
        <source>All conversations will be erased from this computer.</source>
        <translation>Alle Gespräche werden von diesem Computer gelöscht.</translation>
    </message>
    <message>
        <source>Your drafts, your ratings and the names you gave conversations go too. This cannot be undone.</source>
        <translation>Auch Ihre Entwürfe, Ihre Bewertungen und die Namen, die Sie Gesprächen gegeben haben, werden gelöscht. Das lässt sich nicht rückgängig machen.</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Ask again; if it happens again, check the answer model in the settings.</source>
        <translation>Fragen Sie noch einmal; passiert es wieder, prüfen Sie das Antwortmodell in den Einstellungen.</translation>
    </message>
    <message>
        <source>Close the app and open it again, then ask again.</source>
        <translation>Schließen Sie die App, öffnen Sie sie wieder und fragen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Ask again in a moment.</source>
        <translation>Fragen Sie gleich noch einmal.</translation>
    </message>
    <message>
        <source>Close other programs, then ask again.</source>
        <translation>Schließen Sie andere Programme und fragen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>Install the app again.</source>
        <translation>Installieren Sie die App neu.</translation>
    </message>
    <message>
        <source>No usable graphics processor was found; answers come from the processor.</source>
        <translation>Es wurde kein nutzbarer Grafikprozessor gefunden; die Antworten kommen vom Prozessor.</translation>
    </message>
    <message>
        <source>The graphics processor could not be used; answers come from the processor.</source>
        <translation>Der Grafikprozessor ließ sich nicht nutzen; die Antworten kommen vom Prozessor.</translation>
    </message>
    <message>
        <source>Ask it in fewer words, or in several questions.</source>
        <translation>Fragen Sie kürzer oder in mehreren Fragen.</translation>
    </message>
    <message>
        <source>The question is empty.</source>
        <translation>Die Frage ist leer.</translation>
    </message>
    <message>
        <source>Write a question.</source>
        <translation>Schreiben Sie eine Frage.</translation>
    </message>
    <message>
        <source>The question holds characters that are no text.</source>
        <translation>Die Frage enthält Zeichen, die kein Text sind.</translation>
    </message>
    <message>
        <source>Type it as plain text.</source>
        <translation>Geben Sie sie als einfachen Text ein.</translation>
    </message>
    <message>
        <source>The question is longer than %1 characters.</source>
        <translation>Die Frage ist länger als %1 Zeichen.</translation>
    </message>
    <message>
        <source>The question is too long for the model.</source>
        <translation>Die Frage ist zu lang für das Modell.</translation>
    </message>
    <message>
        <source>%1 cannot be read or written.</source>
        <translation>%1 lässt sich nicht lesen oder schreiben.</translation>
    </message>
    <message>
        <source>%1 cannot be written: the disk is full.</source>
        <translation>%1 lässt sich nicht schreiben: Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation>Schaffen Sie Platz und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Check the folder and its permissions.</source>
        <translation>Prüfen Sie den Ordner und seine Berechtigungen.</translation>
    </message>
    <message>
        <source>The system said: %2.</source>
        <translation>Das System meldet: %2.</translation>
    </message>
    <message>
        <source>Another program is using %1.</source>
        <translation>Ein anderes Programm verwendet gerade %1.</translation>
    </message>
    <message>
        <source>Close it, or try again in a moment.</source>
        <translation>Schließen Sie es oder versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>%1 is damaged, or is not a file of this app.</source>
        <translation>%1 ist beschädigt oder keine Datei dieser App.</translation>
    </message>
    <message>
        <source>It can be put aside, unchanged, and a new one begun.</source>
        <translation>Die Datei kann unverändert beiseitegelegt und eine neue begonnen werden.</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of this app.</source>
        <translation>%1 stammt von einer neueren Version dieser App.</translation>
    </message>
    <message>
        <source>Install that version again; nothing in the file was changed.</source>
        <translation>Installieren Sie jene Version wieder; an der Datei wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Have it downloaded again, or choose another file.</source>
        <translation>Laden Sie sie erneut herunter oder wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>The model file %1 cannot be read.</source>
        <translation>Die Modelldatei %1 lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Check the file and its permissions.</source>
        <translation>Prüfen Sie die Datei und ihre Berechtigungen.</translation>
    </message>
    <message>
        <source>The model file %1 is damaged.</source>
        <translation>Die Modelldatei %1 ist beschädigt.</translation>
    </message>
    <message>
        <source>The model file %1 is not the one that this product needs.</source>
        <translation>Die Modelldatei %1 ist nicht die, die dieses Produkt braucht.</translation>
    </message>
    <message>
        <source>The model file %1 cannot be used by this app.</source>
        <translation>Die Modelldatei %1 lässt sich mit dieser App nicht verwenden.</translation>
    </message>
    <message>
        <source>The model file %1 was changed while it was read.</source>
        <translation>Die Modelldatei %1 wurde während des Lesens geändert.</translation>
    </message>
    <message>
        <source>Wait until nothing writes to it, then try again.</source>
        <translation>Warten Sie, bis nichts mehr hineinschreibt, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>A part of the answer model is missing: %1.</source>
        <translation>Ein Teil des Antwortmodells fehlt: %1.</translation>
    </message>
    <message>
        <source>The answer model cannot be fetched here.</source>
        <translation>Das Antwortmodell lässt sich hier nicht holen.</translation>
    </message>
    <message>
        <source>Choose a file, or talk to a human.</source>
        <translation>Wählen Sie eine Datei oder sprechen Sie mit einem Menschen.</translation>
    </message>
    <message>
        <source>The answer model could not be fetched.</source>
        <translation>Das Antwortmodell ließ sich nicht holen.</translation>
    </message>
    <message>
        <source>Check the internet connection, then try again.</source>
        <translation>Prüfen Sie die Internetverbindung und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>The answer model is already being put in place.</source>
        <translation>Das Antwortmodell wird bereits eingerichtet.</translation>
    </message>
    <message>
        <source>Wait until that has finished.</source>
        <translation>Warten Sie, bis das fertig ist.</translation>
    </message>
    <message>
        <source>The answer model is not on this computer.</source>
        <translation>Das Antwortmodell ist nicht auf diesem Computer.</translation>
    </message>
    <message>
        <source>Have it downloaded, or choose a file.</source>
        <translation>Laden Sie es herunter oder wählen Sie eine Datei.</translation>
    </message>
    <message>
        <source>This computer&apos;s processor cannot run the answer model.</source>
        <translation>Der Prozessor dieses Computers kann das Antwortmodell nicht ausführen.</translation>
    </message>
    <message>
        <source>Checked answers and a human are still here for you.</source>
        <translation>Geprüfte Antworten und ein Mensch sind weiterhin für Sie da.</translation>
    </message>
    <message>
        <source>The part that runs the answer model cannot be loaded.</source>
        <translation>Der Teil, der das Antwortmodell ausführt, lässt sich nicht laden.</translation>
    </message>
    <message>
        <source>The answer model is of a kind that this app cannot use.</source>
        <translation>Das Antwortmodell ist von einer Art, die diese App nicht verwenden kann.</translation>
    </message>
    <message>
        <source>Opening at login cannot be changed here.</source>
        <translation>Das Öffnen beim Anmelden lässt sich hier nicht ändern.</translation>
    </message>
    <message>
        <source>Change it in the system&apos;s own settings.</source>
        <translation>Ändern Sie es in den Einstellungen des Systems.</translation>
    </message>
    <message>
        <source>This conversation is not there any more.</source>
        <translation>Dieses Gespräch ist nicht mehr da.</translation>
    </message>
    <message>
        <source>It may have been deleted; see the list of conversations.</source>
        <translation>Vielleicht wurde es gelöscht; sehen Sie in der Liste der Gespräche nach.</translation>
    </message>
    <message>
        <source>This conversation is not kept.</source>
        <translation>Dieses Gespräch wird nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>Ask the question again.</source>
        <translation>Stellen Sie die Frage noch einmal.</translation>
    </message>
    <message>
        <source>There is no history.</source>
        <translation>Es gibt keinen Verlauf.</translation>
    </message>
    <message>
        <source>Restart the app.</source>
        <translation>Starten Sie die App neu.</translation>
    </message>
    <message>
        <source>The address of the message is not one e-mail address.</source>
        <translation>Die Adresse der Nachricht ist keine einzelne E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Correct the address.</source>
        <translation>Korrigieren Sie die Adresse.</translation>
    </message>
</context>
<context>
    <name>ExchangeView</name>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>No answer was written.</source>
        <translation>Es wurde keine Antwort geschrieben.</translation>
    </message>
    <message>
        <source>No answer was shown.</source>
        <translation>Es wurde keine Antwort gezeigt.</translation>
    </message>
    <message>
        <source>Found helpful</source>
        <translation>Als hilfreich beurteilt</translation>
    </message>
    <message>
        <source>Found not helpful</source>
        <translation>Als nicht hilfreich beurteilt</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>This question has no answer yet.</source>
        <translation>Diese Frage hat noch keine Antwort.</translation>
    </message>
    <message>
        <source>The answer model cannot be read any more.</source>
        <translation>Das Antwortmodell lässt sich nicht mehr lesen.</translation>
    </message>
    <message>
        <source>This computer ran out of memory while answering.</source>
        <translation>Diesem Computer ging beim Antworten der Speicher aus.</translation>
    </message>
    <message>
        <source>Close other programs, then ask again.</source>
        <translation>Schließen Sie andere Programme und fragen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>Ask again, or talk to a human.</source>
        <translation>Fragen Sie noch einmal oder sprechen Sie mit einem Menschen.</translation>
    </message>
    <message>
        <source>Your question is kept: ask again, or talk to a human.</source>
        <translation>Ihre Frage ist noch da: Fragen Sie noch einmal oder sprechen Sie mit einem Menschen.</translation>
    </message>
    <message>
        <source>Check the model in the settings, then ask again.</source>
        <translation>Prüfen Sie das Modell in den Einstellungen und fragen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>The answer model stopped.</source>
        <translation>Das Antwortmodell wurde beendet.</translation>
    </message>
    <message>
        <source>The answer model did not respond.</source>
        <translation>Das Antwortmodell hat nicht reagiert.</translation>
    </message>
    <message>
        <source>This computer&apos;s processor cannot run the answer model.</source>
        <translation>Der Prozessor dieses Computers kann das Antwortmodell nicht ausführen.</translation>
    </message>
    <message>
        <source>Checked answers and a human are still here for you.</source>
        <translation>Geprüfte Antworten und ein Mensch sind weiterhin für Sie da.</translation>
    </message>
    <message>
        <source>The answer could not be written.</source>
        <translation>Die Antwort ließ sich nicht schreiben.</translation>
    </message>
    <message>
        <source>The answer model is still being checked.</source>
        <translation>Das Antwortmodell wird noch geprüft.</translation>
    </message>
    <message>
        <source>Ask again in a moment, or talk to a human.</source>
        <translation>Fragen Sie gleich noch einmal oder sprechen Sie mit einem Menschen.</translation>
    </message>
    <message>
        <source>This one needs the answer model, which is not installed on this computer.</source>
        <translation>Dafür wird das Antwortmodell gebraucht, das auf diesem Computer nicht installiert ist.</translation>
    </message>
    <message>
        <source>Talk to a human, or ask again once it is installed.</source>
        <translation>Sprechen Sie mit einem Menschen oder fragen Sie wieder, sobald es installiert ist.</translation>
    </message>
    <message>
        <source>This one needs the answer model, which cannot be used.</source>
        <translation>Dafür wird das Antwortmodell gebraucht, das sich nicht verwenden lässt.</translation>
    </message>
    <message>
        <source>Talk to a human, or ask again once it can.</source>
        <translation>Sprechen Sie mit einem Menschen oder fragen Sie wieder, sobald es geht.</translation>
    </message>
</context>
<context>
    <name>FailureCardView</name>
    <message>
        <source>Talk to a human</source>
        <translation>Mit einem Menschen sprechen</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>Check the model</source>
        <translation>Modell prüfen</translation>
    </message>
</context>
<context>
    <name>FeedbackForm</name>
    <message>
        <source>What was wrong?</source>
        <translation>Was war falsch?</translation>
    </message>
    <message>
        <source>It is wrong or out of date</source>
        <translation>Sie ist falsch oder veraltet</translation>
    </message>
    <message>
        <source>It missed my question</source>
        <translation>Sie geht an meiner Frage vorbei</translation>
    </message>
    <message>
        <source>Something is missing</source>
        <translation>Es fehlt etwas</translation>
    </message>
    <message>
        <source>It is hard to follow</source>
        <translation>Sie ist schwer zu verstehen</translation>
    </message>
    <message>
        <source>In your own words (optional)</source>
        <translation>In Ihren Worten (freiwillig)</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Kept with this conversation on this computer. Nothing is sent.</source>
        <translation>Wird mit diesem Gespräch auf diesem Computer aufbewahrt. Nichts wird gesendet.</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this conversation</source>
        <translation>In diesem Gespräch suchen</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Close search</source>
        <translation>Suche schließen</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>which one of how many were found</comment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>Fold</name>
    <message>
        <source>Hide the answer</source>
        <translation>Antwort ausblenden</translation>
    </message>
    <message>
        <source>Show the answer anyway</source>
        <translation>Antwort trotzdem anzeigen</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Facts as of %1</source>
        <translation>Stand: %1</translation>
    </message>
    <message>
        <source>Talk to a human</source>
        <translation>Mit einem Menschen sprechen</translation>
    </message>
    <message>
        <source>Esc stops</source>
        <translation>Esc hält an</translation>
    </message>
</context>
<context>
    <name>GeneralPane</name>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Takes effect the next time you open the window.</source>
        <translation>Gilt, wenn Sie das Fenster das nächste Mal öffnen.</translation>
    </message>
    <message>
        <source>With the icon, the helper stays in the tray when you close the window.</source>
        <translation>Mit dem Symbol bleibt der Assistent im Infobereich, wenn Sie das Fenster schließen.</translation>
    </message>
    <message>
        <source>Open when I log in</source>
        <translation>Beim Anmelden öffnen</translation>
    </message>
    <message>
        <source>Icon in the system tray</source>
        <translation>Symbol im Infobereich</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
</context>
<context>
    <name>HandingOver</name>
    <message>
        <source>question</source>
        <translation>Frage</translation>
    </message>
</context>
<context>
    <name>Handoff</name>
    <message>
        <source>Handed to your mail program. Press Send there.</source>
        <translation>An Ihr Mailprogramm übergeben. Drücken Sie dort auf „Senden“.</translation>
    </message>
    <message>
        <source>Copied. Paste it wherever you like.</source>
        <translation>Kopiert. Fügen Sie den Text ein, wo Sie möchten.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save file</source>
        <translation>Datei speichern</translation>
    </message>
    <message>
        <source>Save file…</source>
        <translation>Datei speichern&#xa0;…</translation>
    </message>
    <message>
        <source>You are offline. Your mail program can send it when you are back online.</source>
        <translation>Sie sind offline. Ihr Mailprogramm kann die Nachricht senden, sobald Sie wieder online sind.</translation>
    </message>
    <message>
        <source>You are offline: the form cannot open before you are back online.</source>
        <translation>Sie sind offline: Das Formular lässt sich erst öffnen, wenn Sie wieder online sind.</translation>
    </message>
    <message>
        <source>There is no text yet. Write what you need.</source>
        <translation>Es ist noch kein Text da. Schreiben Sie, was Sie brauchen.</translation>
    </message>
    <message>
        <source>Saved as %1 in the folder %2. Open it to send it.</source>
        <translation>Gespeichert als %1 im Ordner %2. Öffnen Sie die Datei, um sie zu senden.</translation>
    </message>
    <message>
        <source>This is too long to hand to a mail program. Shorten it, or choose another way.</source>
        <translation>Das ist zu lang für ein E-Mail-Programm. Kürzen Sie es oder wählen Sie einen anderen Weg.</translation>
    </message>
    <message>
        <source>No mail program could be opened. Choose another way.</source>
        <translation>Es ließ sich kein E-Mail-Programm öffnen. Wählen Sie einen anderen Weg.</translation>
    </message>
    <message>
        <source>Handed to your mail program. You are offline: it can be sent there when you are back online.</source>
        <translation>An Ihr Mailprogramm übergeben. Sie sind offline: Die Nachricht lässt sich dort senden, sobald Sie wieder online sind.</translation>
    </message>
    <message>
        <source>Copied. You are offline, so the form cannot open: come back when you are online again.</source>
        <translation>Kopiert. Sie sind offline, darum lässt sich das Formular nicht öffnen: Kommen Sie wieder, sobald Sie online sind.</translation>
    </message>
    <message>
        <source>Copied, but no browser could be opened. Paste it at this address: %1</source>
        <translation>Kopiert, aber es ließ sich kein Browser öffnen. Fügen Sie den Text unter dieser Adresse ein: %1</translation>
    </message>
    <message>
        <source>Copied, and the form opens in your browser. Paste it there and send it there.</source>
        <translation>Kopiert, und das Formular öffnet sich in Ihrem Browser. Fügen Sie den Text dort ein und senden Sie ihn dort ab.</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Open in e-mail</source>
        <translation>Als E-Mail öffnen</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Web form</source>
        <translation>Webformular</translation>
    </message>
    <message>
        <source>Copy and open form</source>
        <translation>Kopieren, Formular öffnen</translation>
    </message>
</context>
<context>
    <name>HandoffSheet</name>
    <message>
        <source>Hand this to %1</source>
        <translation>An %1 übergeben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Exactly what will be handed over</source>
        <translation>Genau das wird übergeben</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>Woanders speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>How it leaves</source>
        <translation>Weg der Übergabe</translation>
    </message>
    <message>
        <source>What you changed before is kept.</source>
        <translation>Ihre früheren Änderungen sind noch da.</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Nothing has been masked. Read it before you send.</source>
        <translation>Es wurde nichts unkenntlich gemacht. Lesen Sie den Text, bevor Sie senden.</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wohin</translation>
    </message>
    <message>
        <source>Write what you need help with here</source>
        <translation>Schreiben Sie hier, wobei Sie Hilfe brauchen</translation>
    </message>
</context>
<context>
    <name>HandoffText</name>
    <message>
        <source>a question</source>
        <translation>eine Frage</translation>
    </message>
    <message>
        <source>Why a person</source>
        <translation>Warum ein Mensch</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Earlier in this conversation</source>
        <translation>Zuvor in diesem Gespräch</translation>
    </message>
    <message>
        <source>The helper answered</source>
        <translation>Der Assistent hat geantwortet</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>Assistent</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>The helper was not sure of its answer.</source>
        <translation>Der Assistent war sich seiner Antwort nicht sicher.</translation>
    </message>
    <message>
        <source>The helper cannot answer this itself.</source>
        <translation>Der Assistent kann das nicht selbst beantworten.</translation>
    </message>
    <message>
        <source>The helper could not write an answer on this computer.</source>
        <translation>Der Assistent konnte auf diesem Computer keine Antwort schreiben.</translation>
    </message>
    <message>
        <source>Nobody has checked an answer to this yet.</source>
        <translation>Dazu hat noch niemand eine Antwort geprüft.</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Answers on this computer</source>
        <translation>Antwortet auf diesem Computer</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>Checked answers only</source>
        <translation>Nur geprüfte Antworten</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Your saved conversations cannot be opened: their file is damaged, so new ones are not saved. You can start a new list; the damaged file stays on this computer.</source>
        <translation>Ihre gespeicherten Unterhaltungen lassen sich nicht öffnen: Die Datei ist beschädigt. Neue werden deshalb nicht gespeichert. Sie können eine neue Liste beginnen; die beschädigte Datei bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>Start a new list</source>
        <translation>Neue Liste beginnen</translation>
    </message>
    <message>
        <source>The disk is full, so your last messages are not saved. Free some space, then save them.</source>
        <translation>Der Datenträger ist voll, deshalb sind Ihre letzten Nachrichten nicht gespeichert. Schaffen Sie Platz und speichern Sie dann.</translation>
    </message>
    <message>
        <source>Your last messages are not saved. %1</source>
        <translation>Ihre letzten Nachrichten sind nicht gespeichert. %1</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>Jetzt speichern</translation>
    </message>
    <message>
        <source>Your conversations are safe in their folder. A newer version of this app saved them, and this one cannot open them. Install the newest version to see them again; until then, new ones are not saved.</source>
        <translation>Ihre Unterhaltungen liegen sicher in ihrem Ordner. Eine neuere Version dieser App hat sie gespeichert, und die hier installierte kann sie nicht öffnen. Installieren Sie die neueste Version, um sie wieder zu sehen; bis dahin werden neue nicht gespeichert.</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Another program is using your saved conversations, so new ones are not saved. Close it, then try again.</source>
        <translation>Ein anderes Programm verwendet Ihre gespeicherten Unterhaltungen, deshalb werden neue nicht gespeichert. Schließen Sie es und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>The disk is full, so conversations are not saved. Free some space, then try again.</source>
        <translation>Der Datenträger ist voll, deshalb werden Unterhaltungen nicht gespeichert. Schaffen Sie Platz und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Conversations are not saved right now. %1</source>
        <translation>Unterhaltungen werden gerade nicht gespeichert. %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>Judging</name>
    <message>
        <source>Thank you. Kept on this computer only.</source>
        <translation>Danke. Nur auf diesem Computer aufbewahrt.</translation>
    </message>
    <message>
        <source>This was not kept. %1</source>
        <translation>Das wurde nicht gespeichert. %1</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>Search help pages</source>
        <translation>Hilfeseiten durchsuchen</translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation>Hilfeseiten</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation>Alle Gespräche</translation>
    </message>
    <message>
        <source>Export all</source>
        <translation>Alle exportieren</translation>
    </message>
    <message>
        <source>Erase everything…</source>
        <translation>Alles löschen&#xa0;…</translation>
    </message>
    <message>
        <source>To read (Markdown)…</source>
        <translation>Zum Lesen (Markdown)&#xa0;…</translation>
    </message>
    <message>
        <source>For programs (JSON lines)…</source>
        <translation>Für Programme (JSON Lines)&#xa0;…</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation>Hilfeseiten</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Delete this conversation</source>
        <translation>Dieses Gespräch löschen</translation>
    </message>
    <message>
        <source>Erase all conversations</source>
        <translation>Alle Gespräche löschen</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>Info zu %1</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Download again</source>
        <translation>Erneut herunterladen</translation>
    </message>
    <message>
        <source>Download the new one</source>
        <translation>Neues herunterladen</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>The download is paused</source>
        <translation>Der Download ist angehalten</translation>
    </message>
    <message>
        <source>What is already downloaded is kept.</source>
        <translation>Was schon heruntergeladen ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Checking the answer model</source>
        <translation>Das Antwortmodell wird geprüft</translation>
    </message>
    <message>
        <source>Trying the answer model out</source>
        <translation>Das Antwortmodell wird ausprobiert</translation>
    </message>
    <message>
        <source>Getting the answer model</source>
        <translation>Das Antwortmodell wird geholt</translation>
    </message>
    <message>
        <source>You can ask, read help pages and reach a human meanwhile.</source>
        <translation>Sie können inzwischen fragen, Hilfeseiten lesen und einen Menschen erreichen.</translation>
    </message>
    <message>
        <source>Almost ready</source>
        <translation>Fast fertig</translation>
    </message>
    <message>
        <source>Your file was not changed. Choose another one.</source>
        <translation>Ihre Datei wurde nicht verändert. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>Your file was not changed. Choose another one, or download the model.</source>
        <translation>Ihre Datei wurde nicht verändert. Wählen Sie eine andere oder laden Sie das Modell herunter.</translation>
    </message>
    <message>
        <source>The file on this computer is damaged and is not used.</source>
        <translation>Die Datei auf diesem Computer ist beschädigt und wird nicht verwendet.</translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation>Laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
        <source>Other questions need the answer model.</source>
        <translation>Für andere Fragen wird das Antwortmodell gebraucht.</translation>
    </message>
    <message>
        <source>For other questions, download the answer model once. It is checked and stays on this computer.</source>
        <translation>Für andere Fragen laden Sie das Antwortmodell einmal herunter. Es wird geprüft und bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>Free some space, then check again.</source>
        <translation>Schaffen Sie Platz und prüfen Sie dann erneut.</translation>
    </message>
    <message>
        <source>There is not enough free space for the answer model</source>
        <translation>Für das Antwortmodell ist nicht genug Platz frei</translation>
    </message>
    <message>
        <source>The answer model could not be fetched</source>
        <translation>Das Antwortmodell ließ sich nicht holen</translation>
    </message>
    <message>
        <source>It is on this computer already and is checked before its first answer. Nothing is downloaded.</source>
        <translation>Es ist schon auf diesem Computer und wird vor der ersten Antwort geprüft. Es wird nichts heruntergeladen.</translation>
    </message>
    <message>
        <source>Check the internet connection, then try again.</source>
        <translation>Prüfen Sie die Internetverbindung und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Check the internet connection and try again, or choose a file.</source>
        <translation>Prüfen Sie die Internetverbindung und versuchen Sie es erneut, oder wählen Sie eine Datei.</translation>
    </message>
    <message>
        <source>The chosen file is not the answer model of this product</source>
        <translation>Die gewählte Datei ist nicht das Antwortmodell dieses Produkts</translation>
    </message>
    <message>
        <source>What arrived is not the answer model, so it was not used</source>
        <translation>Was ankam, ist nicht das Antwortmodell und wurde darum nicht verwendet</translation>
    </message>
    <message>
        <source>Try again; if it stays so, tell a human.</source>
        <translation>Versuchen Sie es erneut; bleibt es so, sagen Sie es einem Menschen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Checked answers, help pages and a human are here for you.</source>
        <translation>Geprüfte Antworten, Hilfeseiten und ein Mensch sind für Sie da.</translation>
    </message>
    <message>
        <source>It is not the file it should be, so it is not used.</source>
        <translation>Es ist nicht die Datei, die es sein sollte, darum wird es nicht verwendet.</translation>
    </message>
    <message>
        <source>The answer model is damaged</source>
        <translation>Das Antwortmodell ist beschädigt</translation>
    </message>
    <message>
        <source>The one on this computer is for an earlier version of the help.</source>
        <translation>Das auf diesem Computer gehört zu einer früheren Version der Hilfe.</translation>
    </message>
    <message>
        <source>A newer answer model is needed</source>
        <translation>Ein neueres Antwortmodell wird gebraucht</translation>
    </message>
    <message>
        <source>The answer model is not on this computer</source>
        <translation>Das Antwortmodell ist nicht auf diesem Computer</translation>
    </message>
    <message>
        <source>Size: %1</source>
        <translation>Größe: %1</translation>
    </message>
    <message>
        <source>%1 free on this disk</source>
        <translation>%1 frei auf diesem Datenträger</translation>
    </message>
    <message>
        <source>It needs %1 of free space, and less than that is free.</source>
        <translation>Es braucht %1 freien Platz, und frei ist weniger.</translation>
    </message>
    <message>
        <source>It needs %1 of free space, and %2 is free.</source>
        <translation>Es braucht %1 freien Platz; frei sind %2.</translation>
    </message>
    <message>
        <source>Free at least %3 more, then check again.</source>
        <translation>Schaffen Sie mindestens %3 mehr Platz und prüfen Sie dann erneut.</translation>
    </message>
    <message>
        <source>The download and the model itself both take space at first.</source>
        <translation>Zunächst brauchen der Download und das Modell selbst beide Platz.</translation>
    </message>
    <message>
        <source>It takes about %1, and this computer has %2. Checked answers, help pages and a human are here for you; with the model it may become slow, or answers may fail.</source>
        <translation>Es braucht etwa %1, dieser Computer hat %2. Geprüfte Antworten, Hilfeseiten und ein Mensch sind für Sie da; mit dem Modell kann es langsam werden, oder Antworten schlagen fehl.</translation>
    </message>
    <message>
        <source>This computer has little memory for the answer model</source>
        <translation>Dieser Computer hat wenig Speicher für das Antwortmodell</translation>
    </message>
    <message>
        <source>Download anyway</source>
        <translation>Trotzdem herunterladen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
</context>
<context>
    <name>ModelPane</name>
    <message>
        <source>Looking…</source>
        <translation>Wird nachgesehen&#xa0;…</translation>
    </message>
    <message>
        <source>Chosen when the program was started. It cannot be checked.</source>
        <translation>Beim Start des Programms gewählt. Es lässt sich nicht prüfen.</translation>
    </message>
    <message>
        <source>This helper works without a model: with checked answers and help pages.</source>
        <translation>Dieser Assistent arbeitet ohne Modell: mit geprüften Antworten und Hilfeseiten.</translation>
    </message>
    <message>
        <source>Intact: every byte is as it should be.</source>
        <translation>Unversehrt: Jedes Byte ist, wie es sein soll.</translation>
    </message>
    <message>
        <source>%1, for %2</source>
        <translation>%1, für %2</translation>
    </message>
    <message>
        <source>Ready.</source>
        <translation>Bereit.</translation>
    </message>
    <message>
        <source>On this computer, but not checked yet.</source>
        <translation>Auf diesem Computer, aber noch nicht geprüft.</translation>
    </message>
    <message>
        <source>Checked today at %1.</source>
        <translation>Heute um %1 geprüft.</translation>
    </message>
    <message>
        <source>Checked on %1.</source>
        <translation>Am %1 geprüft.</translation>
    </message>
    <message>
        <source>Another version is here; this one is not installed yet.</source>
        <translation>Eine andere Version ist da; diese ist noch nicht installiert.</translation>
    </message>
    <message>
        <source>Not on this computer.</source>
        <translation>Nicht auf diesem Computer.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Answer model</source>
        <translation>Antwortmodell</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Check the model</source>
        <translation>Modell prüfen</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Download it</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>A model file that is already on this computer. It is checked before use.</source>
        <translation>Eine Modelldatei, die schon auf diesem Computer liegt. Sie wird vor der Verwendung geprüft.</translation>
    </message>
    <message>
        <source>Take it from a file</source>
        <translation>Aus einer Datei nehmen</translation>
    </message>
    <message>
        <source>Too little free space</source>
        <translation>Zu wenig freier Platz</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Every byte is checked…</source>
        <translation>Jedes Byte wird geprüft…</translation>
    </message>
    <message>
        <source>Being checked…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen&#xa0;…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>ModelPresenter</name>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>Try other words, or put it to the helper as a question.</source>
        <translation>Versuchen Sie andere Wörter oder fragen Sie den Assistenten.</translation>
    </message>
    <message>
        <source>Ask the helper</source>
        <translation>Den Assistenten fragen</translation>
    </message>
    <message>
        <source>No page has “%1”</source>
        <translation>Auf keiner Seite steht „%1“</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>Operations</name>
    <message>
        <source>Something went wrong that should not have.</source>
        <translation>Etwas ist schiefgegangen, das nicht hätte schiefgehen dürfen.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, restart the app.</source>
        <translation>Versuchen Sie es erneut. Passiert es wieder, starten Sie die App neu.</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Open in browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>We are not sure about this answer</source>
        <translation>Wir sind bei dieser Antwort nicht sicher</translation>
    </message>
    <message>
        <source>A person should look at this</source>
        <translation>Das sollte sich ein Mensch ansehen</translation>
    </message>
    <message>
        <source>A person can help with this</source>
        <translation>Dabei kann ein Mensch helfen</translation>
    </message>
    <message>
        <source>You see the text before it goes.</source>
        <translation>Sie sehen den Text, bevor er hinausgeht.</translation>
    </message>
    <message>
        <source>You asked for a person.</source>
        <translation>Sie möchten mit einem Menschen sprechen.</translation>
    </message>
    <message>
        <source>Security matters go straight to a person.</source>
        <translation>Sicherheitsfragen gehen direkt an einen Menschen.</translation>
    </message>
    <message>
        <source>Legal and privacy matters go to a person.</source>
        <translation>Rechts- und Datenschutzfragen gehen an einen Menschen.</translation>
    </message>
    <message>
        <source>This is too important to leave to a program.</source>
        <translation>Das ist zu wichtig, um es einem Programm zu überlassen.</translation>
    </message>
    <message>
        <source>You should not be alone with this.</source>
        <translation>Damit sollten Sie nicht allein sein.</translation>
    </message>
    <message>
        <source>You have tried this more than once.</source>
        <translation>Sie haben das schon mehrmals versucht.</translation>
    </message>
    <message>
        <source>Nobody has checked an answer to this yet, and the helper does not guess.</source>
        <translation>Dazu hat noch niemand eine Antwort geprüft, und der Assistent rät nicht.</translation>
    </message>
    <message>
        <source>The helper is not sure of this answer.</source>
        <translation>Der Assistent ist sich bei dieser Antwort nicht sicher.</translation>
    </message>
    <message>
        <source>A person can tell you for certain.</source>
        <translation>Ein Mensch kann es Ihnen sicher sagen.</translation>
    </message>
    <message>
        <source>This is about something only a person can look into: %1.</source>
        <translation>Hier geht es um etwas, das nur ein Mensch klären kann: %1.</translation>
    </message>
    <message>
        <source>The helper cannot see your account, so it cannot settle this itself.</source>
        <translation>Der Assistent sieht Ihr Konto nicht und kann das darum nicht selbst klären.</translation>
    </message>
</context>
<context>
    <name>PersonCardView</name>
    <message>
        <source>Next: %1.</source>
        <translation>Als Nächstes: %1.</translation>
    </message>
    <message>
        <source>Talk to a human</source>
        <translation>Mit einem Menschen sprechen</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Deleted. Its last traces are wiped from the disk a little later. %1</source>
        <translation>Gelöscht. Die letzten Spuren werden etwas später vom Datenträger entfernt. %1</translation>
    </message>
    <message>
        <source>Conversations are kept again, with what was said meanwhile.</source>
        <translation>Gespräche werden wieder aufbewahrt, auch das inzwischen Gesagte.</translation>
    </message>
    <message>
        <source>Nothing was deleted. %1</source>
        <translation>Es wurde nichts gelöscht. %1</translation>
    </message>
    <message>
        <source>All conversations are erased.</source>
        <translation>Alle Gespräche sind gelöscht.</translation>
    </message>
    <message>
        <source>No program on this computer opened this link. Copy it and paste it into your browser: %1</source>
        <translation>Kein Programm auf diesem Computer hat diesen Link geöffnet. Kopieren Sie ihn und fügen Sie ihn in Ihren Browser ein: %1</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Erase all conversations?</source>
        <translation>Alle Gespräche löschen?</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>PrivacyPane</name>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Your questions and the answers stay on this computer. What goes to support is shown to you first, and only you send it.</source>
        <translation>Ihre Fragen und die Antworten bleiben auf diesem Computer. Was an den Support geht, sehen Sie vorher, und nur Sie senden es.</translation>
    </message>
    <message>
        <source>Keep conversations</source>
        <translation>Gespräche aufbewahren</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Erase all conversations…</source>
        <translation>Alle Gespräche löschen…</translation>
    </message>
    <message>
        <source>Every question and answer, with your drafts and ratings. You are asked first.</source>
        <translation>Jede Frage und Antwort, mit Ihren Entwürfen und Bewertungen. Sie werden vorher gefragt.</translation>
    </message>
    <message>
        <source>Erase all conversations</source>
        <translation>Alle Gespräche löschen</translation>
    </message>
    <message>
        <source>Older conversations are erased the next time you open the window.</source>
        <translation>Ältere Gespräche werden gelöscht, wenn Sie das Fenster das nächste Mal öffnen.</translation>
    </message>
    <message>
        <source>Nothing is erased until you do it.</source>
        <translation>Nichts wird gelöscht, bis Sie es tun.</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>What is kept here</source>
        <translation>Was hier aufbewahrt wird</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Ort</translation>
    </message>
</context>
<context>
    <name>ProgressBar</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>This page is too intricate to be shown here.</source>
        <translation>Diese Seite ist zu verschachtelt, um hier angezeigt zu werden.</translation>
    </message>
    <message>
        <source>This page has no text yet.</source>
        <translation>Diese Seite hat noch keinen Text.</translation>
    </message>
    <message>
        <source>1 page found</source>
        <translation>1 Seite gefunden</translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation>Hilfeseiten</translation>
    </message>
</context>
<context>
    <name>ReaderBar</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Search help pages</source>
        <translation>Hilfeseiten durchsuchen</translation>
    </message>
    <message>
        <source>Close help pages</source>
        <translation>Hilfeseiten schließen</translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation>Hilfeseiten</translation>
    </message>
</context>
<context>
    <name>ReaderFoot</name>
    <message>
        <source>Talk to a human</source>
        <translation>Mit einem Menschen sprechen</translation>
    </message>
    <message>
        <source>Still stuck?</source>
        <translation>Kommen Sie nicht weiter?</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>This page is not among the help pages any more.</source>
        <translation>Diese Seite gehört nicht mehr zu den Hilfeseiten.</translation>
    </message>
</context>
<context>
    <name>Revision</name>
    <message>
        <source>Edit your question</source>
        <translation>Ihre Frage bearbeiten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>There is no room left in the folder %1.</source>
        <translation>Im Ordner %1 ist kein Platz mehr.</translation>
    </message>
    <message>
        <source>Free some space, or choose another folder.</source>
        <translation>Schaffen Sie Platz oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The folder %1 is not there any more.</source>
        <translation>Den Ordner %1 gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Connect the drive it is on, or choose another folder.</source>
        <translation>Schließen Sie das Laufwerk an, auf dem er liegt, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>A file cannot be called %1 here.</source>
        <translation>Eine Datei kann hier nicht %1 heißen.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>You may not save in the folder %1, or another program is using the file.</source>
        <translation>Sie dürfen im Ordner %1 nicht speichern, oder ein anderes Programm verwendet die Datei.</translation>
    </message>
    <message>
        <source>The folder %1 can only be read.</source>
        <translation>Der Ordner %1 kann nur gelesen werden.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written to.</source>
        <translation>In den Ordner %1 kann nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear search</source>
        <translation>Suche leeren</translation>
    </message>
</context>
<context>
    <name>SendButton</name>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>SettingsFile</name>
    <message>
        <source>The settings file was removed. Your settings are written again.</source>
        <translation>Die Einstellungsdatei wurde entfernt. Ihre Einstellungen werden neu geschrieben.</translation>
    </message>
    <message>
        <source>Settings were changed outside this window and are taken over: %1.</source>
        <translation>Außerhalb dieses Fensters wurden Einstellungen geändert und werden übernommen: %1.</translation>
    </message>
    <message>
        <source>Show file</source>
        <translation>Datei zeigen</translation>
    </message>
    <message>
        <source>A new file was written, and the old one is kept.</source>
        <translation>Eine neue Datei wurde geschrieben, die alte wird aufbewahrt.</translation>
    </message>
    <message>
        <source>The settings file could not be read. Your settings are still the same, and you do not need to do anything.</source>
        <translation>Die Einstellungsdatei konnte nicht gelesen werden. Ihre Einstellungen sind unverändert, und Sie müssen nichts tun.</translation>
    </message>
    <message>
        <source>Your settings could not be read, so the standard ones are in use. You can choose yours again in the settings.</source>
        <translation>Ihre Einstellungen konnten nicht gelesen werden, deshalb gelten die Standardeinstellungen. In den Einstellungen können Sie Ihre wieder wählen.</translation>
    </message>
    <message>
        <source>The setting “%1” had a value that cannot be used. It stays as it was.</source>
        <translation>Die Einstellung „%1“ hatte einen unbrauchbaren Wert. Sie bleibt, wie sie war.</translation>
    </message>
    <message>
        <source>The setting “%1” had a value that cannot be used. It is back to the standard one.</source>
        <translation>Die Einstellung „%1“ hatte einen unbrauchbaren Wert. Es gilt wieder der Standard.</translation>
    </message>
    <message>
        <source>The setting “%1” is not known to this version; it is left out.</source>
        <translation>Die Einstellung „%1“ kennt diese Version nicht; sie wird weggelassen.</translation>
    </message>
    <message>
        <source>The settings file could not be repaired.</source>
        <translation>Die Einstellungsdatei ließ sich nicht reparieren.</translation>
    </message>
    <message>
        <source>The earlier file is kept as %1.</source>
        <translation>Die frühere Datei bleibt als %1 erhalten.</translation>
    </message>
    <message>
        <source>language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>how long conversations are kept</source>
        <translation>Aufbewahrung der Gespräche</translation>
    </message>
    <message>
        <source>where the model runs</source>
        <translation>worauf das Modell läuft</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>icon in the system tray</source>
        <translation>Symbol im Infobereich</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Close settings</source>
        <translation>Einstellungen schließen</translation>
    </message>
</context>
<context>
    <name>SettingsPresenter</name>
    <message>
        <source>What you chose counts until the window is closed; it could not be saved. %1</source>
        <translation>Ihre Auswahl gilt, bis das Fenster geschlossen wird; sie ließ sich nicht speichern. %1</translation>
    </message>
    <message>
        <source>The folder could not be opened: %1</source>
        <translation>Der Ordner ließ sich nicht öffnen: %1</translation>
    </message>
    <message>
        <source>Stopped before the end.</source>
        <translation>Vor dem Ende angehalten.</translation>
    </message>
    <message>
        <source>The text of this licence is not on this computer: %1</source>
        <translation>Der Text dieser Lizenz ist nicht auf diesem Computer: %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neues Gespräch</translation>
    </message>
    <message>
        <source>Write a question</source>
        <translation>Frage schreiben</translation>
    </message>
    <message>
        <source>Talk to a human</source>
        <translation>Mit einem Menschen sprechen</translation>
    </message>
    <message>
        <source>Find in what is shown</source>
        <translation>Im Angezeigten suchen</translation>
    </message>
    <message>
        <source>Search all conversations</source>
        <translation>Alle Gespräche durchsuchen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Close what is open, stop an answer</source>
        <translation>Geöffnetes schließen, Antwort anhalten</translation>
    </message>
    <message>
        <source>Writing a question</source>
        <translation>Beim Schreiben einer Frage</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>Neue Zeile</translation>
    </message>
    <message>
        <source>Finding in a conversation</source>
        <translation>Beim Suchen in einem Gespräch</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>List of conversations</source>
        <translation>Liste der Gespräche</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Undo delete</source>
        <translation>Löschen rückgängig machen</translation>
    </message>
    <message>
        <source>Help pages and settings</source>
        <translation>Hilfeseiten und Einstellungen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>ShortcutsSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>Stored</name>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>Answer model</source>
        <translation>Antwortmodell</translation>
    </message>
    <message>
        <source>Your questions and drafts, the answers, your ratings, and the names you gave conversations.</source>
        <translation>Ihre Fragen und Entwürfe, die Antworten, Ihre Bewertungen und die Namen, die Sie Gesprächen gegeben haben.</translation>
    </message>
    <message>
        <source>Quick resume</source>
        <translation>Schnelles Fortsetzen</translation>
    </message>
    <message>
        <source>Lets the model continue a conversation without reading all of it again.</source>
        <translation>Damit setzt das Modell ein Gespräch fort, ohne es ganz neu zu lesen.</translation>
    </message>
    <message>
        <source>The installed model. Nothing of yours is in it.</source>
        <translation>Das installierte Modell. Es enthält nichts von Ihnen.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>What you chose here.</source>
        <translation>Was Sie hier gewählt haben.</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>What went wrong and when, without a word of what you asked.</source>
        <translation>Was wann schiefging, ohne ein Wort von dem, was Sie gefragt haben.</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
</context>
<context>
    <name>TalkPresenter</name>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft&#xa0;…</translation>
    </message>
    <message>
        <source>Starting the answer model…</source>
        <translation>Das Antwortmodell wird gestartet&#xa0;…</translation>
    </message>
    <message>
        <source>The answer model stopped. Starting it again…</source>
        <translation>Das Antwortmodell wurde beendet. Es wird neu gestartet&#xa0;…</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Ask a question…</source>
        <translation>Frage stellen&#xa0;…</translation>
    </message>
    <message>
        <source>Talk to a human</source>
        <translation>Mit einem Menschen sprechen</translation>
    </message>
</context>
<context>
    <name>counted</name>
    <message numerus="yes">
        <source>About %Ln minutes left</source>
        <translation>
            <numerusform>Noch etwa %Ln Minute</numerusform>
            <numerusform>Noch etwa %Ln Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %Ln hours left</source>
        <translation>
            <numerusform>Noch etwa %Ln Stunde</numerusform>
            <numerusform>Noch etwa %Ln Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pages found</source>
        <translation>
            <numerusform>%Ln Seite gefunden</numerusform>
            <numerusform>%Ln Seiten gefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversations will be erased from this computer.</source>
        <translation>
            <numerusform>%Ln Gespräch wird von diesem Computer gelöscht.</numerusform>
            <numerusform>%Ln Gespräche werden von diesem Computer gelöscht.</numerusform>
        </translation>
    </message>
</context>
</TS>
