<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>AboutPane</name>
    <message>
        <source>About</source>
        <translation>情報</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>Based on</source>
        <translation>ベース</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy details for support</source>
        <translation>サポート用の情報をコピー</translation>
    </message>
    <message>
        <source>Details for support</source>
        <translation>サポート用の情報</translation>
    </message>
    <message>
        <source>Versions and settings. No word of your conversations, and not your name.</source>
        <translation>バージョンと設定です。会話の内容やお名前は含まれません。</translation>
    </message>
    <message>
        <source>Exactly this was copied</source>
        <translation>コピーした内容</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>サポート</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>Qt is used as separate libraries under the GNU Lesser General Public License, version 3: they may be replaced by your own. It comes without any warranty. Text is set in the fonts of your system.</source>
        <translation>Qtは、GNU Lesser General Public Licenseバージョン3に基づき、独立したライブラリとして使用しています。ご自身のものに置き換えることができます。いかなる保証もありません。文字にはシステムのフォントを使用します。</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>コピーしました。</translation>
    </message>
    <message>
        <source>Program: %1</source>
        <translation>プログラム: %1</translation>
    </message>
    <message>
        <source>Answer model: %1</source>
        <translation>回答モデル: %1</translation>
    </message>
</context>
<context>
    <name>AdvancedPane</name>
    <message>
        <source>What this computer has could not be found out.</source>
        <translation>このコンピューターの構成を確認できませんでした。</translation>
    </message>
    <message>
        <source>Graphics processor: %1.</source>
        <translation>グラフィックプロセッサー：%1。</translation>
    </message>
    <message>
        <source>No graphics processor was found that can be used: the processor answers.</source>
        <translation>使用できるグラフィックプロセッサーが見つからないため、CPUで回答します。</translation>
    </message>
    <message>
        <source>No graphics processor was found that can be used.</source>
        <translation>使用できるグラフィックプロセッサーは見つかりませんでした。</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>詳細設定</translation>
    </message>
    <message>
        <source>“Automatic” is right for most people. A change applies from the next answer.</source>
        <translation>ほとんどの場合は「自動」が最適です。変更は次の回答から反映されます。</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>実行先</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>スレッド数</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>メモリ</translation>
    </message>
    <message>
        <source>Answer model</source>
        <translation>回答モデル</translation>
    </message>
    <message>
        <source>More threads than your processor has cores rarely make it faster.</source>
        <translation>プロセッサーのコア数より多くしても、速くなることはほとんどありません。</translation>
    </message>
    <message>
        <source>“Low” leaves more memory for other programs. “Fast” answers sooner, but uses more of it.</source>
        <translation>「少なめ」はほかのアプリにメモリを残します。「高速」は早く回答しますが、より多く使います。</translation>
    </message>
</context>
<context>
    <name>Amounts</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>a size each second</comment>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>Less than a minute left</source>
        <translation>残り1分未満</translation>
    </message>
    <message>
        <source>About a minute left</source>
        <translation>残り約1分</translation>
    </message>
    <message>
        <source>About an hour left</source>
        <translation>残り約1時間</translation>
    </message>
    <message>
        <source>More than a day left</source>
        <translation>残り1日以上</translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>a percentage, as the language writes it</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1&#xa0;KB</translation>
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
        <translation>停止しました。</translation>
    </message>
    <message>
        <source>No new answer this time – the earlier one is kept.</source>
        <translation>今回は新しい回答を作成できませんでした。前の回答を残しています。</translation>
    </message>
    <message>
        <source>Please double-check this one before you rely on it.</source>
        <translation>この回答は、ご利用の前にもう一度ご確認ください。</translation>
    </message>
    <message>
        <source>Please double-check this one with the help page or a person.</source>
        <translation>この回答は、ヘルプページまたは担当者でもう一度ご確認ください。</translation>
    </message>
    <message>
        <source>Help page updated %1</source>
        <translation>ヘルプページの更新日：%1</translation>
    </message>
    <message>
        <source>Oldest help page: %1</source>
        <translation>最も古いヘルプページ：%1</translation>
    </message>
</context>
<context>
    <name>AnswerActions</name>
    <message>
        <source>Copy answer</source>
        <translation>回答をコピー</translation>
    </message>
    <message>
        <source>Helpful</source>
        <translation>役に立った</translation>
    </message>
    <message>
        <source>Not helpful</source>
        <translation>役に立たなかった</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>もう一度回答</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
</context>
<context>
    <name>Bubble</name>
    <message>
        <source>Your question</source>
        <translation>ご質問</translation>
    </message>
    <message>
        <source>Edit and ask again</source>
        <translation>編集してもう一度質問</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>System language</source>
        <translation>システムの言語</translation>
    </message>
    <message>
        <source>System</source>
        <translation>システム</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Graphics</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>少なめ</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>高速</translation>
    </message>
    <message>
        <source>Automatic (%1)</source>
        <translation>自動（%1）</translation>
    </message>
    <message>
        <source>Until I erase them</source>
        <translation>自分で消去するまで</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1年</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1日</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Your question</source>
        <translation>ご質問</translation>
    </message>
</context>
<context>
    <name>Confirm</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>ConversationListView</name>
    <message>
        <source>Conversations</source>
        <translation>会話</translation>
    </message>
</context>
<context>
    <name>Conversations</name>
    <message>
        <source>Nothing found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>No conversation has “%1” in it.</source>
        <translation>「%1」を含む会話はありません。</translation>
    </message>
    <message>
        <source>Conversations cannot be read</source>
        <translation>会話を読み込めません</translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>会話はまだありません</translation>
    </message>
    <message>
        <source>What you ask is kept here, on this computer only.</source>
        <translation>ご質問はここに、このコンピューターだけに保存されます。</translation>
    </message>
    <message>
        <source>Enter saves, Esc cancels</source>
        <translation>Enter で保存、Esc でキャンセル</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>タイトル</translation>
    </message>
</context>
<context>
    <name>Days</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨日</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>format of a date in this year</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>format of a date in another year</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>format of a short date in this year</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>format of a short date in another year</comment>
        <translation>yyyy年M月d日</translation>
    </message>
</context>
<context>
    <name>Deletions</name>
    <message>
        <source>Conversation deleted</source>
        <translation>会話を削除しました</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversations deleted</source>
        <translation>
            <numerusform>%Ln件の会話を削除しました</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoubtCard</name>
    <message>
        <source>Talk to a human</source>
        <translation>担当者に相談</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>Conversations</source>
        <translation>会話</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>新しい会話</translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation>すべての会話</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
</context>
<context>
    <name>DrawerPresenter</name>
    <message>
        <source>It could not be brought back. %1</source>
        <translation>元に戻せませんでした。%1</translation>
    </message>
    <message>
        <source>Deleted. Its last traces are wiped from the disk a little later. %1</source>
        <translation>削除しました。ディスクに残る痕跡は少し後で消去されます。%1</translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln conversations found</source>
        <translation>
            <numerusform>%Ln件を超える会話が見つかりました</numerusform>
        </translation>
    </message>
    <message>
        <source>1 conversation found</source>
        <translation>1件の会話が見つかりました</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversations found</source>
        <translation>
            <numerusform>%Ln件の会話が見つかりました</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was deleted. %1</source>
        <translation>何も削除されませんでした。%1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>It was erased already and cannot be brought back.</source>
        <translation>すでに消去されているため、元に戻せません。</translation>
    </message>
    <message>
        <source>The title was not changed. %1</source>
        <translation>タイトルは変更されませんでした。%1</translation>
    </message>
    <message>
        <source>Saved as %1 in the folder %2</source>
        <translation>フォルダー %2 に %1 として保存しました</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Nothing was saved. %1</source>
        <translation>何も保存されませんでした。%1</translation>
    </message>
</context>
<context>
    <name>Erasing</name>
    <message>
        <source>One conversation will be erased from this computer.</source>
        <translation>このコンピューターから 1 件の会話が消去されます。</translation>
    </message>
    <message>
        <source>All conversations will be erased from this computer.</source>
        <translation>このコンピューターからすべての会話が消去されます。</translation>
    </message>
    <message>
        <source>Your drafts, your ratings and the names you gave conversations go too. This cannot be undone.</source>
        <translation>下書き、評価、会話に付けた名前も消去されます。この操作は取り消せません。</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Ask again; if it happens again, check the answer model in the settings.</source>
        <translation>もう一度質問してください。また起きる場合は、設定で回答モデルを検証してください。</translation>
    </message>
    <message>
        <source>Close the app and open it again, then ask again.</source>
        <translation>アプリを閉じて開き直してから、もう一度質問してください。</translation>
    </message>
    <message>
        <source>Ask again in a moment.</source>
        <translation>しばらくしてからもう一度質問してください。</translation>
    </message>
    <message>
        <source>Close other programs, then ask again.</source>
        <translation>ほかのプログラムを閉じてから、もう一度質問してください。</translation>
    </message>
    <message>
        <source>Install the app again.</source>
        <translation>アプリをもう一度インストールしてください。</translation>
    </message>
    <message>
        <source>No usable graphics processor was found; answers come from the processor.</source>
        <translation>使用できるグラフィックプロセッサーが見つからないため、CPUで回答します。</translation>
    </message>
    <message>
        <source>The graphics processor could not be used; answers come from the processor.</source>
        <translation>グラフィックプロセッサーを使用できないため、CPUで回答します。</translation>
    </message>
    <message>
        <source>Ask it in fewer words, or in several questions.</source>
        <translation>短くするか、いくつかの質問に分けてください。</translation>
    </message>
    <message>
        <source>The question is empty.</source>
        <translation>質問が空です。</translation>
    </message>
    <message>
        <source>Write a question.</source>
        <translation>質問を入力してください。</translation>
    </message>
    <message>
        <source>The question holds characters that are no text.</source>
        <translation>質問に文字ではないデータが含まれています。</translation>
    </message>
    <message>
        <source>Type it as plain text.</source>
        <translation>通常の文字で入力してください。</translation>
    </message>
    <message>
        <source>The question is longer than %1 characters.</source>
        <translation>質問が%1文字を超えています。</translation>
    </message>
    <message>
        <source>The question is too long for the model.</source>
        <translation>質問がモデルには長すぎます。</translation>
    </message>
    <message>
        <source>%1 cannot be read or written.</source>
        <translation>%1を読み書きできません。</translation>
    </message>
    <message>
        <source>%1 cannot be written: the disk is full.</source>
        <translation>ディスクがいっぱいのため、%1に書き込めません。</translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation>空き容量を増やしてから、やり直してください。</translation>
    </message>
    <message>
        <source>Check the folder and its permissions.</source>
        <translation>フォルダーとそのアクセス権を確認してください。</translation>
    </message>
    <message>
        <source>The system said: %2.</source>
        <translation>システムのメッセージ：%2。</translation>
    </message>
    <message>
        <source>Another program is using %1.</source>
        <translation>別のプログラムが%1を使用しています。</translation>
    </message>
    <message>
        <source>Close it, or try again in a moment.</source>
        <translation>それを閉じるか、しばらくしてからやり直してください。</translation>
    </message>
    <message>
        <source>%1 is damaged, or is not a file of this app.</source>
        <translation>%1は壊れているか、このアプリのファイルではありません。</translation>
    </message>
    <message>
        <source>It can be put aside, unchanged, and a new one begun.</source>
        <translation>そのまま別に残し、新しいファイルを作成できます。</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of this app.</source>
        <translation>%1は、このアプリの新しいバージョンで書かれています。</translation>
    </message>
    <message>
        <source>Install that version again; nothing in the file was changed.</source>
        <translation>そのバージョンをもう一度インストールしてください。ファイルは変更していません。</translation>
    </message>
    <message>
        <source>Have it downloaded again, or choose another file.</source>
        <translation>もう一度ダウンロードするか、別のファイルを選択してください。</translation>
    </message>
    <message>
        <source>The model file %1 cannot be read.</source>
        <translation>モデルファイル%1を読み込めません。</translation>
    </message>
    <message>
        <source>Check the file and its permissions.</source>
        <translation>ファイルとそのアクセス権を確認してください。</translation>
    </message>
    <message>
        <source>The model file %1 is damaged.</source>
        <translation>モデルファイル%1は壊れています。</translation>
    </message>
    <message>
        <source>The model file %1 is not the one that this product needs.</source>
        <translation>モデルファイル%1は、この製品に必要なものではありません。</translation>
    </message>
    <message>
        <source>The model file %1 cannot be used by this app.</source>
        <translation>モデルファイル%1は、このアプリでは使用できません。</translation>
    </message>
    <message>
        <source>The model file %1 was changed while it was read.</source>
        <translation>モデルファイル%1は、読み込み中に変更されました。</translation>
    </message>
    <message>
        <source>Wait until nothing writes to it, then try again.</source>
        <translation>書き込みが終わってから、やり直してください。</translation>
    </message>
    <message>
        <source>A part of the answer model is missing: %1.</source>
        <translation>回答モデルの一部がありません：%1。</translation>
    </message>
    <message>
        <source>The answer model cannot be fetched here.</source>
        <translation>ここでは回答モデルを取得できません。</translation>
    </message>
    <message>
        <source>Choose a file, or talk to a human.</source>
        <translation>ファイルを選択するか、担当者にご相談ください。</translation>
    </message>
    <message>
        <source>The answer model could not be fetched.</source>
        <translation>回答モデルを取得できませんでした。</translation>
    </message>
    <message>
        <source>Check the internet connection, then try again.</source>
        <translation>インターネット接続を確認してから、やり直してください。</translation>
    </message>
    <message>
        <source>The answer model is already being put in place.</source>
        <translation>回答モデルはすでにインストール中です。</translation>
    </message>
    <message>
        <source>Wait until that has finished.</source>
        <translation>終わるまでお待ちください。</translation>
    </message>
    <message>
        <source>The answer model is not on this computer.</source>
        <translation>回答モデルがこのコンピューターにありません。</translation>
    </message>
    <message>
        <source>Have it downloaded, or choose a file.</source>
        <translation>ダウンロードするか、ファイルを選択してください。</translation>
    </message>
    <message>
        <source>This computer&apos;s processor cannot run the answer model.</source>
        <translation>このコンピューターのプロセッサーでは回答モデルを実行できません。</translation>
    </message>
    <message>
        <source>Checked answers and a human are still here for you.</source>
        <translation>確認済みの回答と担当者への相談は引き続きご利用いただけます。</translation>
    </message>
    <message>
        <source>The part that runs the answer model cannot be loaded.</source>
        <translation>回答モデルを実行する部分を読み込めません。</translation>
    </message>
    <message>
        <source>The answer model is of a kind that this app cannot use.</source>
        <translation>この回答モデルは、このアプリでは使用できない種類です。</translation>
    </message>
    <message>
        <source>Opening at login cannot be changed here.</source>
        <translation>ログイン時に開く設定は、ここでは変更できません。</translation>
    </message>
    <message>
        <source>Change it in the system&apos;s own settings.</source>
        <translation>システムの設定で変更してください。</translation>
    </message>
    <message>
        <source>This conversation is not there any more.</source>
        <translation>この会話はもうありません。</translation>
    </message>
    <message>
        <source>It may have been deleted; see the list of conversations.</source>
        <translation>削除された可能性があります。会話の一覧をご確認ください。</translation>
    </message>
    <message>
        <source>This conversation is not kept.</source>
        <translation>この会話は保存されていません。</translation>
    </message>
    <message>
        <source>Ask the question again.</source>
        <translation>もう一度質問してください。</translation>
    </message>
    <message>
        <source>There is no history.</source>
        <translation>履歴がありません。</translation>
    </message>
    <message>
        <source>Restart the app.</source>
        <translation>アプリを起動し直してください。</translation>
    </message>
    <message>
        <source>The address of the message is not one e-mail address.</source>
        <translation>メッセージの宛先が、1つのメールアドレスになっていません。</translation>
    </message>
    <message>
        <source>Correct the address.</source>
        <translation>宛先を修正してください。</translation>
    </message>
</context>
<context>
    <name>ExchangeView</name>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Conversations</source>
        <translation>会話</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>会話</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>質問</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>No answer was written.</source>
        <translation>回答は書かれませんでした。</translation>
    </message>
    <message>
        <source>No answer was shown.</source>
        <translation>回答は表示されませんでした。</translation>
    </message>
    <message>
        <source>Found helpful</source>
        <translation>役に立ったと評価</translation>
    </message>
    <message>
        <source>Found not helpful</source>
        <translation>役に立たなかったと評価</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>This question has no answer yet.</source>
        <translation>このご質問にはまだ回答がありません。</translation>
    </message>
    <message>
        <source>The answer model cannot be read any more.</source>
        <translation>回答モデルを読み込めなくなりました。</translation>
    </message>
    <message>
        <source>This computer ran out of memory while answering.</source>
        <translation>回答中にこのコンピューターのメモリが不足しました。</translation>
    </message>
    <message>
        <source>Close other programs, then ask again.</source>
        <translation>ほかのプログラムを閉じてから、もう一度質問してください。</translation>
    </message>
    <message>
        <source>Ask again, or talk to a human.</source>
        <translation>もう一度質問するか、担当者にご相談ください。</translation>
    </message>
    <message>
        <source>Your question is kept: ask again, or talk to a human.</source>
        <translation>ご質問は残っています。もう一度質問するか、担当者にご相談ください。</translation>
    </message>
    <message>
        <source>Check the model in the settings, then ask again.</source>
        <translation>設定でモデルを確認してから、もう一度質問してください。</translation>
    </message>
    <message>
        <source>The answer model stopped.</source>
        <translation>回答モデルが停止しました。</translation>
    </message>
    <message>
        <source>The answer model did not respond.</source>
        <translation>回答モデルが応答しませんでした。</translation>
    </message>
    <message>
        <source>This computer&apos;s processor cannot run the answer model.</source>
        <translation>このコンピューターのプロセッサーでは回答モデルを実行できません。</translation>
    </message>
    <message>
        <source>Checked answers and a human are still here for you.</source>
        <translation>確認済みの回答と担当者への相談は引き続きご利用いただけます。</translation>
    </message>
    <message>
        <source>The answer could not be written.</source>
        <translation>回答を作成できませんでした。</translation>
    </message>
    <message>
        <source>The answer model is still being checked.</source>
        <translation>回答モデルを確認しています。</translation>
    </message>
    <message>
        <source>Ask again in a moment, or talk to a human.</source>
        <translation>しばらくしてからもう一度質問するか、担当者にご相談ください。</translation>
    </message>
    <message>
        <source>This one needs the answer model, which is not installed on this computer.</source>
        <translation>この質問には回答モデルが必要ですが、このコンピューターにはインストールされていません。</translation>
    </message>
    <message>
        <source>Talk to a human, or ask again once it is installed.</source>
        <translation>担当者にご相談いただくか、インストール後にもう一度質問してください。</translation>
    </message>
    <message>
        <source>This one needs the answer model, which cannot be used.</source>
        <translation>この質問には回答モデルが必要ですが、使用できません。</translation>
    </message>
    <message>
        <source>Talk to a human, or ask again once it can.</source>
        <translation>担当者にご相談いただくか、使用できるようになってからもう一度質問してください。</translation>
    </message>
</context>
<context>
    <name>FailureCardView</name>
    <message>
        <source>Talk to a human</source>
        <translation>担当者に相談</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>もう一度質問</translation>
    </message>
    <message>
        <source>Check the model</source>
        <translation>モデルを確認</translation>
    </message>
</context>
<context>
    <name>FeedbackForm</name>
    <message>
        <source>What was wrong?</source>
        <translation>何が問題でしたか？</translation>
    </message>
    <message>
        <source>It is wrong or out of date</source>
        <translation>間違っている、または古い</translation>
    </message>
    <message>
        <source>It missed my question</source>
        <translation>質問の答えになっていない</translation>
    </message>
    <message>
        <source>Something is missing</source>
        <translation>情報が足りない</translation>
    </message>
    <message>
        <source>It is hard to follow</source>
        <translation>わかりにくい</translation>
    </message>
    <message>
        <source>In your own words (optional)</source>
        <translation>自由記入（任意）</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>スキップ</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Kept with this conversation on this computer. Nothing is sent.</source>
        <translation>この会話とともにこのコンピューターに保存されます。送信はされません。</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this conversation</source>
        <translation>この会話内を検索</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>前へ</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Close search</source>
        <translation>検索を閉じる</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>Not found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>which one of how many were found</comment>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>Fold</name>
    <message>
        <source>Hide the answer</source>
        <translation>回答を隠す</translation>
    </message>
    <message>
        <source>Show the answer anyway</source>
        <translation>それでも回答を表示</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Facts as of %1</source>
        <translation>%1時点の情報</translation>
    </message>
    <message>
        <source>Talk to a human</source>
        <translation>担当者に相談</translation>
    </message>
    <message>
        <source>Esc stops</source>
        <translation>Escで停止</translation>
    </message>
</context>
<context>
    <name>GeneralPane</name>
    <message>
        <source>General</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字の大きさ</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Takes effect the next time you open the window.</source>
        <translation>次にウィンドウを開いたときに反映されます。</translation>
    </message>
    <message>
        <source>With the icon, the helper stays in the tray when you close the window.</source>
        <translation>アイコンがあれば、ウィンドウを閉じてもアシスタントはトレイに残ります。</translation>
    </message>
    <message>
        <source>Open when I log in</source>
        <translation>ログイン時に開く</translation>
    </message>
    <message>
        <source>Icon in the system tray</source>
        <translation>システムトレイのアイコン</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>このコンピューターで</translation>
    </message>
</context>
<context>
    <name>HandingOver</name>
    <message>
        <source>question</source>
        <translation>お問い合わせ</translation>
    </message>
</context>
<context>
    <name>Handoff</name>
    <message>
        <source>Handed to your mail program. Press Send there.</source>
        <translation>メールソフトに渡しました。そちらで「送信」を押してください。</translation>
    </message>
    <message>
        <source>Copied. Paste it wherever you like.</source>
        <translation>コピーしました。お好きな場所に貼り付けてください。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Save file</source>
        <translation>ファイルに保存</translation>
    </message>
    <message>
        <source>Save file…</source>
        <translation>ファイルに保存…</translation>
    </message>
    <message>
        <source>You are offline. Your mail program can send it when you are back online.</source>
        <translation>オフラインです。オンラインに戻ると、メールソフトから送信できます。</translation>
    </message>
    <message>
        <source>You are offline: the form cannot open before you are back online.</source>
        <translation>オフラインです。オンラインに戻るまでフォームは開けません。</translation>
    </message>
    <message>
        <source>There is no text yet. Write what you need.</source>
        <translation>まだ本文がありません。ご用件を入力してください。</translation>
    </message>
    <message>
        <source>Saved as %1 in the folder %2. Open it to send it.</source>
        <translation>フォルダー %2 に %1 として保存しました。開いて送信してください。</translation>
    </message>
    <message>
        <source>This is too long to hand to a mail program. Shorten it, or choose another way.</source>
        <translation>メールソフトに渡すには長すぎます。短くするか、別の方法を選んでください。</translation>
    </message>
    <message>
        <source>No mail program could be opened. Choose another way.</source>
        <translation>メールソフトを開けませんでした。別の方法を選んでください。</translation>
    </message>
    <message>
        <source>Handed to your mail program. You are offline: it can be sent there when you are back online.</source>
        <translation>メールソフトに渡しました。現在オフラインです。オンラインに戻ると、そちらから送信できます。</translation>
    </message>
    <message>
        <source>Copied. You are offline, so the form cannot open: come back when you are online again.</source>
        <translation>コピーしました。オフラインのため、フォームを開けません。オンラインに戻ってから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Copied, but no browser could be opened. Paste it at this address: %1</source>
        <translation>コピーしましたが、ブラウザーを開けませんでした。次のアドレスのページに貼り付けてください：%1</translation>
    </message>
    <message>
        <source>Copied, and the form opens in your browser. Paste it there and send it there.</source>
        <translation>コピーしました。フォームがブラウザーで開きます。そちらに貼り付けて送信してください。</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>メール</translation>
    </message>
    <message>
        <source>Open in e-mail</source>
        <translation>メールで開く</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>チケット</translation>
    </message>
    <message>
        <source>Web form</source>
        <translation>Webフォーム</translation>
    </message>
    <message>
        <source>Copy and open form</source>
        <translation>コピーしてフォームを開く</translation>
    </message>
</context>
<context>
    <name>HandoffSheet</name>
    <message>
        <source>Hand this to %1</source>
        <translation>%1に引き継ぐ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>To</source>
        <translation>宛先</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>件名</translation>
    </message>
    <message>
        <source>Exactly what will be handed over</source>
        <translation>引き継がれる内容</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>別の場所に保存…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>How it leaves</source>
        <translation>引き継ぎ方法</translation>
    </message>
    <message>
        <source>What you changed before is kept.</source>
        <translation>前に変更した内容が残っています。</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>最初からやり直す</translation>
    </message>
    <message>
        <source>Nothing has been masked. Read it before you send.</source>
        <translation>伏せ字にした箇所はありません。送信する前にお読みください。</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>送信先</translation>
    </message>
    <message>
        <source>Write what you need help with here</source>
        <translation>お困りの内容をここに書いてください</translation>
    </message>
</context>
<context>
    <name>HandoffText</name>
    <message>
        <source>a question</source>
        <translation>お問い合わせ</translation>
    </message>
    <message>
        <source>Why a person</source>
        <translation>担当者への相談理由</translation>
    </message>
    <message>
        <source>About</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Earlier in this conversation</source>
        <translation>この会話のこれまでのやり取り</translation>
    </message>
    <message>
        <source>The helper answered</source>
        <translation>アシスタントの回答</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>お客様</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>アシスタント</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>製品</translation>
    </message>
    <message>
        <source>version</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>The helper was not sure of its answer.</source>
        <translation>アシスタントは回答に確信がありませんでした。</translation>
    </message>
    <message>
        <source>The helper cannot answer this itself.</source>
        <translation>アシスタントでは回答できない内容です。</translation>
    </message>
    <message>
        <source>The helper could not write an answer on this computer.</source>
        <translation>アシスタントはこのコンピューターで回答を作成できませんでした。</translation>
    </message>
    <message>
        <source>Nobody has checked an answer to this yet.</source>
        <translation>これに対する確認済みの回答はまだありません。</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Conversations</source>
        <translation>会話</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>オプション</translation>
    </message>
    <message>
        <source>Answers on this computer</source>
        <translation>このPCで回答します</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>このPCで回答</translation>
    </message>
    <message>
        <source>Checked answers only</source>
        <translation>確認済みの回答のみ</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Your saved conversations cannot be opened: their file is damaged, so new ones are not saved. You can start a new list; the damaged file stays on this computer.</source>
        <translation>保存した会話を開けません。ファイルが壊れているため、新しい会話は保存されません。新しい一覧を始められます。壊れたファイルはこのコンピューターに残ります。</translation>
    </message>
    <message>
        <source>Start a new list</source>
        <translation>新しい一覧を始める</translation>
    </message>
    <message>
        <source>The disk is full, so your last messages are not saved. Free some space, then save them.</source>
        <translation>ディスクがいっぱいのため、最後のメッセージは保存されていません。空き容量を増やしてから保存してください。</translation>
    </message>
    <message>
        <source>Your last messages are not saved. %1</source>
        <translation>最後のメッセージは保存されていません。%1</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>今すぐ保存</translation>
    </message>
    <message>
        <source>Your conversations are safe in their folder. A newer version of this app saved them, and this one cannot open them. Install the newest version to see them again; until then, new ones are not saved.</source>
        <translation>会話はフォルダーに無事に残っています。より新しいバージョンのアプリで保存されたため、このバージョンでは開けません。もう一度見るには、最新バージョンをインストールしてください。それまで新しい会話は保存されません。</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>フォルダーを表示</translation>
    </message>
    <message>
        <source>Another program is using your saved conversations, so new ones are not saved. Close it, then try again.</source>
        <translation>別のプログラムが保存した会話を使用しているため、新しい会話は保存されません。そのプログラムを閉じてから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The disk is full, so conversations are not saved. Free some space, then try again.</source>
        <translation>ディスクがいっぱいのため、会話は保存されません。空き容量を増やしてから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Conversations are not saved right now. %1</source>
        <translation>現在、会話は保存されていません。%1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>やり直す</translation>
    </message>
</context>
<context>
    <name>Judging</name>
    <message>
        <source>Thank you. Kept on this computer only.</source>
        <translation>ありがとうございます。このコンピューターだけに保存されます。</translation>
    </message>
    <message>
        <source>This was not kept. %1</source>
        <translation>保存されませんでした。%1</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>Search help pages</source>
        <translation>ヘルプページを検索</translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation>ヘルプページ</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Conversation</source>
        <translation>会話</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>名前を変更</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation>すべての会話</translation>
    </message>
    <message>
        <source>Export all</source>
        <translation>すべて書き出し</translation>
    </message>
    <message>
        <source>Erase everything…</source>
        <translation>すべて消去…</translation>
    </message>
    <message>
        <source>To read (Markdown)…</source>
        <translation>閲覧用（Markdown）…</translation>
    </message>
    <message>
        <source>For programs (JSON lines)…</source>
        <translation>プログラム用（JSON Lines）…</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>オプション</translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation>ヘルプページ</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Delete this conversation</source>
        <translation>この会話を削除</translation>
    </message>
    <message>
        <source>Erase all conversations</source>
        <translation>すべての会話を消去</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>%1について</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Download again</source>
        <translation>もう一度ダウンロード</translation>
    </message>
    <message>
        <source>Download the new one</source>
        <translation>新しいものをダウンロード</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>ダウンロード</translation>
    </message>
    <message>
        <source>The download is paused</source>
        <translation>ダウンロードを一時停止しています</translation>
    </message>
    <message>
        <source>What is already downloaded is kept.</source>
        <translation>ダウンロード済みの分は残っています。</translation>
    </message>
    <message>
        <source>Checking the answer model</source>
        <translation>回答モデルを確認しています</translation>
    </message>
    <message>
        <source>Trying the answer model out</source>
        <translation>回答モデルを試しています</translation>
    </message>
    <message>
        <source>Getting the answer model</source>
        <translation>回答モデルを取得しています</translation>
    </message>
    <message>
        <source>You can ask, read help pages and reach a human meanwhile.</source>
        <translation>その間も、質問、ヘルプページの閲覧、担当者への相談ができます。</translation>
    </message>
    <message>
        <source>Almost ready</source>
        <translation>まもなく完了します</translation>
    </message>
    <message>
        <source>Your file was not changed. Choose another one.</source>
        <translation>お客様のファイルは変更していません。別のファイルを選択してください。</translation>
    </message>
    <message>
        <source>Your file was not changed. Choose another one, or download the model.</source>
        <translation>お客様のファイルは変更していません。別のファイルを選択するか、モデルをダウンロードしてください。</translation>
    </message>
    <message>
        <source>The file on this computer is damaged and is not used.</source>
        <translation>このコンピューターのファイルは壊れているため、使用されません。</translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation>もう一度ダウンロードしてください。</translation>
    </message>
    <message>
        <source>Other questions need the answer model.</source>
        <translation>そのほかの質問には回答モデルが必要です。</translation>
    </message>
    <message>
        <source>For other questions, download the answer model once. It is checked and stays on this computer.</source>
        <translation>そのほかの質問には、回答モデルを一度だけダウンロードしてください。確認したうえで、このコンピューターに保存します。</translation>
    </message>
    <message>
        <source>Free some space, then check again.</source>
        <translation>空き容量を増やしてから、もう一度確認してください。</translation>
    </message>
    <message>
        <source>There is not enough free space for the answer model</source>
        <translation>回答モデルのための空き容量が足りません</translation>
    </message>
    <message>
        <source>The answer model could not be fetched</source>
        <translation>回答モデルを取得できませんでした</translation>
    </message>
    <message>
        <source>It is on this computer already and is checked before its first answer. Nothing is downloaded.</source>
        <translation>モデルはすでにこのコンピューターにあり、最初の回答の前に確認されます。ダウンロードはありません。</translation>
    </message>
    <message>
        <source>Check the internet connection, then try again.</source>
        <translation>インターネット接続を確認してから、やり直してください。</translation>
    </message>
    <message>
        <source>Check the internet connection and try again, or choose a file.</source>
        <translation>インターネット接続を確認してやり直すか、ファイルを選択してください。</translation>
    </message>
    <message>
        <source>The chosen file is not the answer model of this product</source>
        <translation>選択したファイルはこの製品の回答モデルではありません</translation>
    </message>
    <message>
        <source>What arrived is not the answer model, so it was not used</source>
        <translation>受信したファイルは回答モデルではないため、使用しませんでした</translation>
    </message>
    <message>
        <source>Try again; if it stays so, tell a human.</source>
        <translation>やり直してください。変わらない場合は、担当者にお知らせください。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>Checked answers, help pages and a human are here for you.</source>
        <translation>確認済みの回答、ヘルプページ、担当者への相談をご利用いただけます。</translation>
    </message>
    <message>
        <source>It is not the file it should be, so it is not used.</source>
        <translation>本来のファイルではないため、使用されません。</translation>
    </message>
    <message>
        <source>The answer model is damaged</source>
        <translation>回答モデルが壊れています</translation>
    </message>
    <message>
        <source>The one on this computer is for an earlier version of the help.</source>
        <translation>このコンピューターにあるのは、以前のヘルプ用のモデルです。</translation>
    </message>
    <message>
        <source>A newer answer model is needed</source>
        <translation>新しい回答モデルが必要です</translation>
    </message>
    <message>
        <source>The answer model is not on this computer</source>
        <translation>回答モデルがこのコンピューターにありません</translation>
    </message>
    <message>
        <source>Size: %1</source>
        <translation>サイズ：%1</translation>
    </message>
    <message>
        <source>%1 free on this disk</source>
        <translation>このディスクの空き：%1</translation>
    </message>
    <message>
        <source>It needs %1 of free space, and less than that is free.</source>
        <translation>%1の空き容量が必要ですが、空きが足りません。</translation>
    </message>
    <message>
        <source>It needs %1 of free space, and %2 is free.</source>
        <translation>%1の空き容量が必要ですが、空きは%2です。</translation>
    </message>
    <message>
        <source>Free at least %3 more, then check again.</source>
        <translation>あと%3以上空けてから、もう一度確認してください。</translation>
    </message>
    <message>
        <source>The download and the model itself both take space at first.</source>
        <translation>はじめは、ダウンロードしたファイルとモデル本体の両方に容量が必要です。</translation>
    </message>
    <message>
        <source>It takes about %1, and this computer has %2. Checked answers, help pages and a human are here for you; with the model it may become slow, or answers may fail.</source>
        <translation>約%1が必要ですが、このコンピューターのメモリは%2です。確認済みの回答、ヘルプページ、担当者への相談をご利用いただけます。モデルを使うと、動作が遅くなったり、回答に失敗したりすることがあります。</translation>
    </message>
    <message>
        <source>This computer has little memory for the answer model</source>
        <translation>このコンピューターは回答モデルにはメモリが不足しています</translation>
    </message>
    <message>
        <source>Download anyway</source>
        <translation>それでもダウンロード</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>今はしない</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>ファイルを選択</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>もう一度確認</translation>
    </message>
</context>
<context>
    <name>ModelPane</name>
    <message>
        <source>Looking…</source>
        <translation>確認しています…</translation>
    </message>
    <message>
        <source>Chosen when the program was started. It cannot be checked.</source>
        <translation>プログラムの起動時に指定されました。確認はできません。</translation>
    </message>
    <message>
        <source>This helper works without a model: with checked answers and help pages.</source>
        <translation>このアシスタントはモデルを使わず、確認済みの回答とヘルプページで答えます。</translation>
    </message>
    <message>
        <source>Intact: every byte is as it should be.</source>
        <translation>正常です。すべてのバイトが一致しました。</translation>
    </message>
    <message>
        <source>%1, for %2</source>
        <translation>%1（%2 用）</translation>
    </message>
    <message>
        <source>Ready.</source>
        <translation>準備ができています。</translation>
    </message>
    <message>
        <source>On this computer, but not checked yet.</source>
        <translation>このコンピューターにありますが、まだ確認されていません。</translation>
    </message>
    <message>
        <source>Checked today at %1.</source>
        <translation>本日 %1 に確認しました。</translation>
    </message>
    <message>
        <source>Checked on %1.</source>
        <translation>%1に確認しました。</translation>
    </message>
    <message>
        <source>Another version is here; this one is not installed yet.</source>
        <translation>別のバージョンがあります。このバージョンはまだインストールされていません。</translation>
    </message>
    <message>
        <source>Not on this computer.</source>
        <translation>このコンピューターにはありません。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Answer model</source>
        <translation>回答モデル</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>今すぐ確認</translation>
    </message>
    <message>
        <source>Check the model</source>
        <translation>モデルの確認</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>ダウンロード</translation>
    </message>
    <message>
        <source>Download it</source>
        <translation>ダウンロードする</translation>
    </message>
    <message>
        <source>A model file that is already on this computer. It is checked before use.</source>
        <translation>このコンピューターにあるモデルファイルです。使う前に確認されます。</translation>
    </message>
    <message>
        <source>Take it from a file</source>
        <translation>ファイルから使う</translation>
    </message>
    <message>
        <source>Too little free space</source>
        <translation>空き容量が足りません</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>もう一度確認</translation>
    </message>
    <message>
        <source>Every byte is checked…</source>
        <translation>すべてのバイトを確認しています…</translation>
    </message>
    <message>
        <source>Being checked…</source>
        <translation>確認中…</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>ファイルを選択…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>ModelPresenter</name>
    <message>
        <source>Check again</source>
        <translation>もう一度確認</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>Try other words, or put it to the helper as a question.</source>
        <translation>別の言葉を試すか、アシスタントに質問してください。</translation>
    </message>
    <message>
        <source>Ask the helper</source>
        <translation>アシスタントに質問</translation>
    </message>
    <message>
        <source>No page has “%1”</source>
        <translation>「%1」を含むページはありません</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>Operations</name>
    <message>
        <source>Something went wrong that should not have.</source>
        <translation>予期しない問題が起きました。</translation>
    </message>
    <message>
        <source>Try again. If it happens again, restart the app.</source>
        <translation>やり直してください。また起きる場合は、アプリを起動し直してください。</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Open in browser</source>
        <translation>ブラウザーで開く</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>We are not sure about this answer</source>
        <translation>この回答は確かではありません</translation>
    </message>
    <message>
        <source>A person should look at this</source>
        <translation>担当者による確認が必要です</translation>
    </message>
    <message>
        <source>A person can help with this</source>
        <translation>担当者がお手伝いできます</translation>
    </message>
    <message>
        <source>You see the text before it goes.</source>
        <translation>送信前に内容を確認できます。</translation>
    </message>
    <message>
        <source>You asked for a person.</source>
        <translation>担当者への相談をご希望です。</translation>
    </message>
    <message>
        <source>Security matters go straight to a person.</source>
        <translation>セキュリティに関することは、担当者が直接対応します。</translation>
    </message>
    <message>
        <source>Legal and privacy matters go to a person.</source>
        <translation>法律やプライバシーに関することは、担当者が対応します。</translation>
    </message>
    <message>
        <source>This is too important to leave to a program.</source>
        <translation>プログラムに任せるには重要すぎる内容です。</translation>
    </message>
    <message>
        <source>You should not be alone with this.</source>
        <translation>おひとりで抱えないでください。</translation>
    </message>
    <message>
        <source>You have tried this more than once.</source>
        <translation>すでに何度か試されています。</translation>
    </message>
    <message>
        <source>Nobody has checked an answer to this yet, and the helper does not guess.</source>
        <translation>これに対する確認済みの回答はまだありません。アシスタントは推測では答えません。</translation>
    </message>
    <message>
        <source>The helper is not sure of this answer.</source>
        <translation>アシスタントはこの回答に確信がありません。</translation>
    </message>
    <message>
        <source>A person can tell you for certain.</source>
        <translation>担当者が確実にお答えできます。</translation>
    </message>
    <message>
        <source>This is about something only a person can look into: %1.</source>
        <translation>担当者だけが確認できる内容です：%1。</translation>
    </message>
    <message>
        <source>The helper cannot see your account, so it cannot settle this itself.</source>
        <translation>アシスタントはお客様のアカウントを見られないため、これを解決できません。</translation>
    </message>
</context>
<context>
    <name>PersonCardView</name>
    <message>
        <source>Next: %1.</source>
        <translation>次の手順：%1。</translation>
    </message>
    <message>
        <source>Talk to a human</source>
        <translation>担当者に相談</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
    <message>
        <source>Deleted. Its last traces are wiped from the disk a little later. %1</source>
        <translation>削除しました。ディスクに残る痕跡は少し後で消去されます。%1</translation>
    </message>
    <message>
        <source>Conversations are kept again, with what was said meanwhile.</source>
        <translation>会話の保存を再開しました。その間のやり取りも保存されています。</translation>
    </message>
    <message>
        <source>Nothing was deleted. %1</source>
        <translation>何も削除されませんでした。%1</translation>
    </message>
    <message>
        <source>All conversations are erased.</source>
        <translation>すべての会話を消去しました。</translation>
    </message>
    <message>
        <source>No program on this computer opened this link. Copy it and paste it into your browser: %1</source>
        <translation>このリンクを開けるプログラムがありませんでした。コピーしてブラウザーに貼り付けてください: %1</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>リンクをコピー</translation>
    </message>
    <message>
        <source>Erase all conversations?</source>
        <translation>すべての会話を消去しますか？</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>消去</translation>
    </message>
</context>
<context>
    <name>PrivacyPane</name>
    <message>
        <source>Privacy</source>
        <translation>プライバシー</translation>
    </message>
    <message>
        <source>Your questions and the answers stay on this computer. What goes to support is shown to you first, and only you send it.</source>
        <translation>ご質問と回答はこのコンピューターから出ません。サポートに送る内容は先に表示され、送信するのはお客様だけです。</translation>
    </message>
    <message>
        <source>Keep conversations</source>
        <translation>会話の保存期間</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>消去…</translation>
    </message>
    <message>
        <source>Erase all conversations…</source>
        <translation>すべての会話を消去…</translation>
    </message>
    <message>
        <source>Every question and answer, with your drafts and ratings. You are asked first.</source>
        <translation>すべての質問と回答、下書き、評価が対象です。実行前に確認があります。</translation>
    </message>
    <message>
        <source>Erase all conversations</source>
        <translation>すべての会話を消去</translation>
    </message>
    <message>
        <source>Older conversations are erased the next time you open the window.</source>
        <translation>これより古い会話は、次にウィンドウを開いたときに消去されます。</translation>
    </message>
    <message>
        <source>Nothing is erased until you do it.</source>
        <translation>ご自分で消去するまで、何も消去されません。</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>会話</translation>
    </message>
    <message>
        <source>What is kept here</source>
        <translation>ここに保存されるもの</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>場所</translation>
    </message>
</context>
<context>
    <name>ProgressBar</name>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>This page is too intricate to be shown here.</source>
        <translation>このページは複雑すぎるため、ここには表示できません。</translation>
    </message>
    <message>
        <source>This page has no text yet.</source>
        <translation>このページにはまだ本文がありません。</translation>
    </message>
    <message>
        <source>1 page found</source>
        <translation>1ページ見つかりました</translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation>ヘルプページ</translation>
    </message>
</context>
<context>
    <name>ReaderBar</name>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Search help pages</source>
        <translation>ヘルプページを検索</translation>
    </message>
    <message>
        <source>Close help pages</source>
        <translation>ヘルプページを閉じる</translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation>ヘルプページ</translation>
    </message>
</context>
<context>
    <name>ReaderFoot</name>
    <message>
        <source>Talk to a human</source>
        <translation>担当者に相談</translation>
    </message>
    <message>
        <source>Still stuck?</source>
        <translation>解決しませんか？</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>This page is not among the help pages any more.</source>
        <translation>このページはヘルプページにもうありません。</translation>
    </message>
</context>
<context>
    <name>Revision</name>
    <message>
        <source>Edit your question</source>
        <translation>質問を編集</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>もう一度質問</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Choose another folder.</source>
        <translation>別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>There is no room left in the folder %1.</source>
        <translation>フォルダー %1 に空きがありません。</translation>
    </message>
    <message>
        <source>Free some space, or choose another folder.</source>
        <translation>空きを増やすか、別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>The folder %1 is not there any more.</source>
        <translation>フォルダー %1 はもうありません。</translation>
    </message>
    <message>
        <source>Connect the drive it is on, or choose another folder.</source>
        <translation>そのフォルダーがあるドライブを接続するか、別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>A file cannot be called %1 here.</source>
        <translation>ここではファイルに %1 という名前を付けられません。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>別の名前を選んでください。</translation>
    </message>
    <message>
        <source>You may not save in the folder %1, or another program is using the file.</source>
        <translation>フォルダー %1 に保存する権限がないか、別のプログラムがファイルを使用しています。</translation>
    </message>
    <message>
        <source>The folder %1 can only be read.</source>
        <translation>フォルダー %1 は読み取り専用です。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written to.</source>
        <translation>フォルダー %1 に書き込めません。</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear search</source>
        <translation>検索をクリア</translation>
    </message>
</context>
<context>
    <name>SendButton</name>
    <message>
        <source>Send</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>SettingsFile</name>
    <message>
        <source>The settings file was removed. Your settings are written again.</source>
        <translation>設定ファイルが削除されていたため、設定を書き直しました。</translation>
    </message>
    <message>
        <source>Settings were changed outside this window and are taken over: %1.</source>
        <translation>このウィンドウの外で変更された設定を反映しました：%1。</translation>
    </message>
    <message>
        <source>Show file</source>
        <translation>ファイルを表示</translation>
    </message>
    <message>
        <source>A new file was written, and the old one is kept.</source>
        <translation>新しいファイルを作成し、元のファイルは残してあります。</translation>
    </message>
    <message>
        <source>The settings file could not be read. Your settings are still the same, and you do not need to do anything.</source>
        <translation>設定ファイルを読み込めませんでした。設定は変わっていません。何もする必要はありません。</translation>
    </message>
    <message>
        <source>Your settings could not be read, so the standard ones are in use. You can choose yours again in the settings.</source>
        <translation>設定を読み込めなかったため、標準の設定を使っています。設定画面でもう一度選べます。</translation>
    </message>
    <message>
        <source>The setting “%1” had a value that cannot be used. It stays as it was.</source>
        <translation>設定「%1」の値は使えません。元のままです。</translation>
    </message>
    <message>
        <source>The setting “%1” had a value that cannot be used. It is back to the standard one.</source>
        <translation>設定「%1」の値は使えません。標準の値に戻しました。</translation>
    </message>
    <message>
        <source>The setting “%1” is not known to this version; it is left out.</source>
        <translation>設定「%1」はこのバージョンにはないため、無視しました。</translation>
    </message>
    <message>
        <source>The settings file could not be repaired.</source>
        <translation>設定ファイルを修復できませんでした。</translation>
    </message>
    <message>
        <source>The earlier file is kept as %1.</source>
        <translation>以前のファイルは%1として残しました。</translation>
    </message>
    <message>
        <source>language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>text size</source>
        <translation>文字の大きさ</translation>
    </message>
    <message>
        <source>how long conversations are kept</source>
        <translation>会話の保存期間</translation>
    </message>
    <message>
        <source>where the model runs</source>
        <translation>モデルの実行先</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>スレッド数</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>メモリ</translation>
    </message>
    <message>
        <source>icon in the system tray</source>
        <translation>システムトレイのアイコン</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Close settings</source>
        <translation>設定を閉じる</translation>
    </message>
</context>
<context>
    <name>SettingsPresenter</name>
    <message>
        <source>What you chose counts until the window is closed; it could not be saved. %1</source>
        <translation>選択した内容はウィンドウを閉じるまで有効です。保存はできませんでした。%1</translation>
    </message>
    <message>
        <source>The folder could not be opened: %1</source>
        <translation>フォルダーを開けませんでした：%1</translation>
    </message>
    <message>
        <source>Stopped before the end.</source>
        <translation>途中で停止しました。</translation>
    </message>
    <message>
        <source>The text of this licence is not on this computer: %1</source>
        <translation>このライセンスの本文はこのコンピューターにありません：%1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Everywhere</source>
        <translation>すべての画面</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>新しい会話</translation>
    </message>
    <message>
        <source>Write a question</source>
        <translation>質問を入力</translation>
    </message>
    <message>
        <source>Talk to a human</source>
        <translation>担当者に相談</translation>
    </message>
    <message>
        <source>Find in what is shown</source>
        <translation>表示中の内容を検索</translation>
    </message>
    <message>
        <source>Search all conversations</source>
        <translation>すべての会話を検索</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>Close what is open, stop an answer</source>
        <translation>開いているものを閉じる、回答を停止</translation>
    </message>
    <message>
        <source>Writing a question</source>
        <translation>質問の入力中</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>改行</translation>
    </message>
    <message>
        <source>Finding in a conversation</source>
        <translation>会話内の検索中</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>前へ</translation>
    </message>
    <message>
        <source>List of conversations</source>
        <translation>会話の一覧</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>名前を変更</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Undo delete</source>
        <translation>削除を元に戻す</translation>
    </message>
    <message>
        <source>Help pages and settings</source>
        <translation>ヘルプページと設定</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
</context>
<context>
    <name>ShortcutsSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
</context>
<context>
    <name>Stored</name>
    <message>
        <source>Conversations</source>
        <translation>会話</translation>
    </message>
    <message>
        <source>Answer model</source>
        <translation>回答モデル</translation>
    </message>
    <message>
        <source>Your questions and drafts, the answers, your ratings, and the names you gave conversations.</source>
        <translation>質問と下書き、回答、評価、会話に付けた名前。</translation>
    </message>
    <message>
        <source>Quick resume</source>
        <translation>すばやい再開</translation>
    </message>
    <message>
        <source>Lets the model continue a conversation without reading all of it again.</source>
        <translation>モデルが会話を最初から読み直さずに続けるためのデータです。</translation>
    </message>
    <message>
        <source>The installed model. Nothing of yours is in it.</source>
        <translation>インストールされたモデル。お客様の情報は含まれません。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>What you chose here.</source>
        <translation>ここで選択した内容です。</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>What went wrong and when, without a word of what you asked.</source>
        <translation>何がいつ起きたかの記録です。ご質問の内容は含まれません。</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>なし</translation>
    </message>
</context>
<context>
    <name>TalkPresenter</name>
    <message>
        <source>Checking…</source>
        <translation>確認しています…</translation>
    </message>
    <message>
        <source>Starting the answer model…</source>
        <translation>回答モデルを起動しています…</translation>
    </message>
    <message>
        <source>The answer model stopped. Starting it again…</source>
        <translation>回答モデルが停止しました。もう一度起動しています…</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Open %1</source>
        <translation>%1を開く</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Ask a question…</source>
        <translation>質問を入力…</translation>
    </message>
    <message>
        <source>Talk to a human</source>
        <translation>担当者に相談</translation>
    </message>
</context>
<context>
    <name>counted</name>
    <message numerus="yes">
        <source>About %Ln minutes left</source>
        <translation>
            <numerusform>残り約%Ln分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %Ln hours left</source>
        <translation>
            <numerusform>残り約%Ln時間</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pages found</source>
        <translation>
            <numerusform>%Lnページ見つかりました</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversations will be erased from this computer.</source>
        <translation>
            <numerusform>このコンピューターから %Ln 件の会話が消去されます。</numerusform>
        </translation>
    </message>
</context>
</TS>
