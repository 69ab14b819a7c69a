<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_EG" sourcelanguage="en">
<context>
    <name>AboutPane</name>
    <message>
        <source>About</source>
        <translation>حول</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>Based on</source>
        <translation>مبني على</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copy details for support</source>
        <translation>نسخ التفاصيل للدعم</translation>
    </message>
    <message>
        <source>Details for support</source>
        <translation>تفاصيل للدعم</translation>
    </message>
    <message>
        <source>Versions and settings. No word of your conversations, and not your name.</source>
        <translation>الإصدارات والإعدادات، بلا أي كلمة من محادثاتك وبلا اسمك.</translation>
    </message>
    <message>
        <source>Exactly this was copied</source>
        <translation>هذا ما نُسخ بالضبط</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>الدعم</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>التراخيص</translation>
    </message>
    <message>
        <source>Qt is used as separate libraries under the GNU Lesser General Public License, version 3: they may be replaced by your own. It comes without any warranty. Text is set in the fonts of your system.</source>
        <translation>تُستخدم Qt كمكتبات منفصلة بموجب رخصة GNU Lesser General Public License، الإصدار 3: يمكنك استبدالها بمكتباتك. وهي بلا أي ضمان. وتُعرض النصوص بخطوط نظامك.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>تم النسخ.</translation>
    </message>
    <message>
        <source>Program: %1</source>
        <translation>البرنامج: %1</translation>
    </message>
    <message>
        <source>Answer model: %1</source>
        <translation>نموذج الإجابة: %1</translation>
    </message>
</context>
<context>
    <name>AdvancedPane</name>
    <message>
        <source>What this computer has could not be found out.</source>
        <translation>تعذّرت معرفة إمكانات هذا الكمبيوتر.</translation>
    </message>
    <message>
        <source>Graphics processor: %1.</source>
        <translation>معالج الرسومات: %1.</translation>
    </message>
    <message>
        <source>No graphics processor was found that can be used: the processor answers.</source>
        <translation>لم يُعثر على معالج رسومات صالح للاستخدام: يجيب المعالج.</translation>
    </message>
    <message>
        <source>No graphics processor was found that can be used.</source>
        <translation>لم يُعثر على معالج رسومات صالح للاستخدام.</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>متقدم</translation>
    </message>
    <message>
        <source>“Automatic” is right for most people. A change applies from the next answer.</source>
        <translation>«تلقائي» يناسب معظم المستخدمين. يسري أي تغيير بدءًا من الإجابة التالية.</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>يعمل على</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>الخيوط</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>الذاكرة</translation>
    </message>
    <message>
        <source>Answer model</source>
        <translation>نموذج الإجابة</translation>
    </message>
    <message>
        <source>More threads than your processor has cores rarely make it faster.</source>
        <translation>نادرًا ما يزيد السرعة عدد خيوط أكبر من عدد نوى المعالج.</translation>
    </message>
    <message>
        <source>“Low” leaves more memory for other programs. “Fast” answers sooner, but uses more of it.</source>
        <translation>«قليلة» تترك ذاكرة أكثر للبرامج الأخرى. «سريعة» تجيب أسرع لكنها تستهلك ذاكرة أكثر.</translation>
    </message>
</context>
<context>
    <name>Amounts</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>a size each second</comment>
        <translation>%1/ث</translation>
    </message>
    <message>
        <source>Less than a minute left</source>
        <translation>تبقّت أقل من دقيقة</translation>
    </message>
    <message>
        <source>About a minute left</source>
        <translation>تبقّت دقيقة تقريبًا</translation>
    </message>
    <message>
        <source>About an hour left</source>
        <translation>تبقّت ساعة تقريبًا</translation>
    </message>
    <message>
        <source>More than a day left</source>
        <translation>تبقّى أكثر من يوم</translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>a percentage, as the language writes it</comment>
        <translation>%1٪</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 كيلوبايت</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 ميغابايت</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 غيغابايت</translation>
    </message>
</context>
<context>
    <name>Answer</name>
    <message>
        <source>Stopped.</source>
        <translation>تم الإيقاف.</translation>
    </message>
    <message>
        <source>No new answer this time – the earlier one is kept.</source>
        <translation>لا إجابة جديدة هذه المرة – بقيت الإجابة السابقة.</translation>
    </message>
    <message>
        <source>Please double-check this one before you rely on it.</source>
        <translation>يُرجى التحقق من هذه الإجابة قبل الاعتماد عليها.</translation>
    </message>
    <message>
        <source>Please double-check this one with the help page or a person.</source>
        <translation>يُرجى التحقق من هذه الإجابة في صفحة المساعدة أو مع شخص.</translation>
    </message>
    <message>
        <source>Help page updated %1</source>
        <translation>صفحة المساعدة محدّثة في %1</translation>
    </message>
    <message>
        <source>Oldest help page: %1</source>
        <translation>أقدم صفحة مساعدة: %1</translation>
    </message>
</context>
<context>
    <name>AnswerActions</name>
    <message>
        <source>Copy answer</source>
        <translation>نسخ الإجابة</translation>
    </message>
    <message>
        <source>Helpful</source>
        <translation>مفيدة</translation>
    </message>
    <message>
        <source>Not helpful</source>
        <translation>غير مفيدة</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>إجابة أخرى</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
</context>
<context>
    <name>Bubble</name>
    <message>
        <source>Your question</source>
        <translation>سؤالك</translation>
    </message>
    <message>
        <source>Edit and ask again</source>
        <translation>تعديل السؤال وطرحه من جديد</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>System language</source>
        <translation>لغة النظام</translation>
    </message>
    <message>
        <source>System</source>
        <translation>النظام</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>تلقائي</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>المعالج</translation>
    </message>
    <message>
        <source>Graphics</source>
        <translation>الرسومات</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>قليلة</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>سريع</translation>
    </message>
    <message>
        <source>Automatic (%1)</source>
        <translation>تلقائي (%1)</translation>
    </message>
    <message>
        <source>Until I erase them</source>
        <translation>إلى أن أمحوها</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>سنة واحدة</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>يوم واحد</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Your question</source>
        <translation>سؤالك</translation>
    </message>
</context>
<context>
    <name>Confirm</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>ConversationListView</name>
    <message>
        <source>Conversations</source>
        <translation>المحادثات</translation>
    </message>
</context>
<context>
    <name>Conversations</name>
    <message>
        <source>Nothing found</source>
        <translation>لا نتائج</translation>
    </message>
    <message>
        <source>No conversation has “%1” in it.</source>
        <translation>لا توجد محادثة فيها «%1».</translation>
    </message>
    <message>
        <source>Conversations cannot be read</source>
        <translation>تعذّرت قراءة المحادثات</translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>لا محادثات بعد</translation>
    </message>
    <message>
        <source>What you ask is kept here, on this computer only.</source>
        <translation>ما تسأله يُحفظ هنا، على هذا الكمبيوتر فقط.</translation>
    </message>
    <message>
        <source>Enter saves, Esc cancels</source>
        <translation>يحفظ Enter ويلغي Esc</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
</context>
<context>
    <name>Days</name>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>أمس</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>format of a date in this year</comment>
        <translation>d MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>format of a date in another year</comment>
        <translation>d MMMM yyyy</translation>
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
        <translation>حُذفت المحادثة</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversations deleted</source>
        <translation>
            <numerusform>حُذفت %Ln محادثة</numerusform>
            <numerusform>حُذفت محادثة واحدة</numerusform>
            <numerusform>حُذفت محادثتان</numerusform>
            <numerusform>حُذفت %Ln محادثات</numerusform>
            <numerusform>حُذفت %Ln محادثة</numerusform>
            <numerusform>حُذفت %Ln محادثة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoubtCard</name>
    <message>
        <source>Talk to a human</source>
        <translation>التحدث إلى شخص</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>Conversations</source>
        <translation>المحادثات</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>محادثة جديدة</translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation>كل المحادثات</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
</context>
<context>
    <name>DrawerPresenter</name>
    <message>
        <source>It could not be brought back. %1</source>
        <translation>تعذّرت الاستعادة. %1</translation>
    </message>
    <message>
        <source>Deleted. Its last traces are wiped from the disk a little later. %1</source>
        <translation>تم الحذف. ستُمحى آخر الآثار من القرص بعد قليل. %1</translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln conversations found</source>
        <translation>
            <numerusform>عُثر على أكثر من %Ln محادثة</numerusform>
            <numerusform>عُثر على أكثر من محادثة واحدة</numerusform>
            <numerusform>عُثر على أكثر من محادثتين</numerusform>
            <numerusform>عُثر على أكثر من %Ln محادثات</numerusform>
            <numerusform>عُثر على أكثر من %Ln محادثة</numerusform>
            <numerusform>عُثر على أكثر من %Ln محادثة</numerusform>
        </translation>
    </message>
    <message>
        <source>1 conversation found</source>
        <translation>عُثر على محادثة واحدة</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversations found</source>
        <translation>
            <numerusform>عُثر على %Ln محادثة</numerusform>
            <numerusform>عُثر على محادثة واحدة</numerusform>
            <numerusform>عُثر على محادثتين</numerusform>
            <numerusform>عُثر على %Ln محادثات</numerusform>
            <numerusform>عُثر على %Ln محادثة</numerusform>
            <numerusform>عُثر على %Ln محادثة</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was deleted. %1</source>
        <translation>لم يُحذف شيء. %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>It was erased already and cannot be brought back.</source>
        <translation>مُحيت بالفعل ولا يمكن استعادتها.</translation>
    </message>
    <message>
        <source>The title was not changed. %1</source>
        <translation>لم يتغيّر العنوان. %1</translation>
    </message>
    <message>
        <source>Saved as %1 in the folder %2</source>
        <translation>حُفظ باسم %1 في المجلد %2</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>إظهار في المجلد</translation>
    </message>
    <message>
        <source>Nothing was saved. %1</source>
        <translation>لم يُحفظ شيء. %1</translation>
    </message>
</context>
<context>
    <name>Erasing</name>
    <message>
        <source>One conversation will be erased from this computer.</source>
        <translation>ستُمحى محادثة واحدة من هذا الكمبيوتر.</translation>
    </message>
    <message>
        <source>All conversations will be erased from this computer.</source>
        <translation>ستُمحى كل المحادثات من هذا الكمبيوتر.</translation>
    </message>
    <message>
        <source>Your drafts, your ratings and the names you gave conversations go too. This cannot be undone.</source>
        <translation>تُمحى أيضًا مسوداتك وتقييماتك والأسماء التي أعطيتها للمحادثات. لا يمكن التراجع عن ذلك.</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Ask again; if it happens again, check the answer model in the settings.</source>
        <translation>اسأل من جديد؛ وإن تكرّر ذلك فتحقّق من نموذج الإجابة في الإعدادات.</translation>
    </message>
    <message>
        <source>Close the app and open it again, then ask again.</source>
        <translation>أغلق التطبيق وافتحه من جديد، ثم اسأل مرة أخرى.</translation>
    </message>
    <message>
        <source>Ask again in a moment.</source>
        <translation>اسأل من جديد بعد لحظات.</translation>
    </message>
    <message>
        <source>Close other programs, then ask again.</source>
        <translation>أغلق البرامج الأخرى، ثم اسأل من جديد.</translation>
    </message>
    <message>
        <source>Install the app again.</source>
        <translation>ثبّت التطبيق من جديد.</translation>
    </message>
    <message>
        <source>No usable graphics processor was found; answers come from the processor.</source>
        <translation>لم يُعثر على معالج رسومات صالح للاستخدام؛ تأتي الإجابات من المعالج.</translation>
    </message>
    <message>
        <source>The graphics processor could not be used; answers come from the processor.</source>
        <translation>تعذّر استخدام معالج الرسومات؛ تأتي الإجابات من المعالج.</translation>
    </message>
    <message>
        <source>Ask it in fewer words, or in several questions.</source>
        <translation>اسأل بكلمات أقل، أو في عدة أسئلة.</translation>
    </message>
    <message>
        <source>The question is empty.</source>
        <translation>السؤال فارغ.</translation>
    </message>
    <message>
        <source>Write a question.</source>
        <translation>اكتب سؤالًا.</translation>
    </message>
    <message>
        <source>The question holds characters that are no text.</source>
        <translation>في السؤال رموز ليست نصًا.</translation>
    </message>
    <message>
        <source>Type it as plain text.</source>
        <translation>اكتبه نصًا عاديًا.</translation>
    </message>
    <message>
        <source>The question is longer than %1 characters.</source>
        <translation>السؤال أطول من %1 حرف.</translation>
    </message>
    <message>
        <source>The question is too long for the model.</source>
        <translation>السؤال أطول مما يقبله النموذج.</translation>
    </message>
    <message>
        <source>%1 cannot be read or written.</source>
        <translation>تعذّرت قراءة %1 أو الكتابة فيه.</translation>
    </message>
    <message>
        <source>%1 cannot be written: the disk is full.</source>
        <translation>تعذّرت الكتابة في %1: القرص ممتلئ.</translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation>أخلِ بعض المساحة، ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>Check the folder and its permissions.</source>
        <translation>تحقّق من المجلد وأذوناته.</translation>
    </message>
    <message>
        <source>The system said: %2.</source>
        <translation>رسالة النظام: %2.</translation>
    </message>
    <message>
        <source>Another program is using %1.</source>
        <translation>برنامج آخر يستخدم %1.</translation>
    </message>
    <message>
        <source>Close it, or try again in a moment.</source>
        <translation>أغلقه، أو أعد المحاولة بعد لحظات.</translation>
    </message>
    <message>
        <source>%1 is damaged, or is not a file of this app.</source>
        <translation>الملف %1 تالف، أو ليس من ملفات هذا التطبيق.</translation>
    </message>
    <message>
        <source>It can be put aside, unchanged, and a new one begun.</source>
        <translation>يمكن وضعه جانبًا بلا تغيير وبدء ملف جديد.</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of this app.</source>
        <translation>كُتب الملف %1 بإصدار أحدث من هذا التطبيق.</translation>
    </message>
    <message>
        <source>Install that version again; nothing in the file was changed.</source>
        <translation>ثبّت ذلك الإصدار من جديد؛ لم يتغيّر شيء في الملف.</translation>
    </message>
    <message>
        <source>Have it downloaded again, or choose another file.</source>
        <translation>نزّله من جديد، أو اختر ملفًا آخر.</translation>
    </message>
    <message>
        <source>The model file %1 cannot be read.</source>
        <translation>تعذّرت قراءة ملف النموذج %1.</translation>
    </message>
    <message>
        <source>Check the file and its permissions.</source>
        <translation>تحقّق من الملف وأذوناته.</translation>
    </message>
    <message>
        <source>The model file %1 is damaged.</source>
        <translation>ملف النموذج %1 تالف.</translation>
    </message>
    <message>
        <source>The model file %1 is not the one that this product needs.</source>
        <translation>ملف النموذج %1 ليس الملف الذي يحتاجه هذا المنتج.</translation>
    </message>
    <message>
        <source>The model file %1 cannot be used by this app.</source>
        <translation>لا يستطيع هذا التطبيق استخدام ملف النموذج %1.</translation>
    </message>
    <message>
        <source>The model file %1 was changed while it was read.</source>
        <translation>تغيّر ملف النموذج %1 أثناء قراءته.</translation>
    </message>
    <message>
        <source>Wait until nothing writes to it, then try again.</source>
        <translation>انتظر حتى تنتهي الكتابة فيه، ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>A part of the answer model is missing: %1.</source>
        <translation>جزء من نموذج الإجابة مفقود: %1.</translation>
    </message>
    <message>
        <source>The answer model cannot be fetched here.</source>
        <translation>لا يمكن جلب نموذج الإجابة هنا.</translation>
    </message>
    <message>
        <source>Choose a file, or talk to a human.</source>
        <translation>اختر ملفًا، أو تحدّث إلى شخص.</translation>
    </message>
    <message>
        <source>The answer model could not be fetched.</source>
        <translation>تعذّر جلب نموذج الإجابة.</translation>
    </message>
    <message>
        <source>Check the internet connection, then try again.</source>
        <translation>تحقّق من اتصال الإنترنت، ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>The answer model is already being put in place.</source>
        <translation>يجري تثبيت نموذج الإجابة بالفعل.</translation>
    </message>
    <message>
        <source>Wait until that has finished.</source>
        <translation>انتظر حتى ينتهي ذلك.</translation>
    </message>
    <message>
        <source>The answer model is not on this computer.</source>
        <translation>نموذج الإجابة ليس على هذا الكمبيوتر.</translation>
    </message>
    <message>
        <source>Have it downloaded, or choose a file.</source>
        <translation>نزّله، أو اختر ملفًا.</translation>
    </message>
    <message>
        <source>This computer&apos;s processor cannot run the answer model.</source>
        <translation>لا يستطيع معالج هذا الكمبيوتر تشغيل نموذج الإجابة.</translation>
    </message>
    <message>
        <source>Checked answers and a human are still here for you.</source>
        <translation>الإجابات المُراجعة والتحدث إلى شخص متاحان لك دائمًا.</translation>
    </message>
    <message>
        <source>The part that runs the answer model cannot be loaded.</source>
        <translation>تعذّر تحميل الجزء الذي يشغّل نموذج الإجابة.</translation>
    </message>
    <message>
        <source>The answer model is of a kind that this app cannot use.</source>
        <translation>نموذج الإجابة من نوع لا يستطيع هذا التطبيق استخدامه.</translation>
    </message>
    <message>
        <source>Opening at login cannot be changed here.</source>
        <translation>لا يمكن تغيير الفتح عند تسجيل الدخول من هنا.</translation>
    </message>
    <message>
        <source>Change it in the system&apos;s own settings.</source>
        <translation>غيّره في إعدادات النظام.</translation>
    </message>
    <message>
        <source>This conversation is not there any more.</source>
        <translation>لم تعد هذه المحادثة موجودة.</translation>
    </message>
    <message>
        <source>It may have been deleted; see the list of conversations.</source>
        <translation>ربما حُذفت؛ انظر قائمة المحادثات.</translation>
    </message>
    <message>
        <source>This conversation is not kept.</source>
        <translation>هذه المحادثة غير محفوظة.</translation>
    </message>
    <message>
        <source>Ask the question again.</source>
        <translation>اطرح السؤال من جديد.</translation>
    </message>
    <message>
        <source>There is no history.</source>
        <translation>لا يوجد سجل محادثات.</translation>
    </message>
    <message>
        <source>Restart the app.</source>
        <translation>أعد تشغيل التطبيق.</translation>
    </message>
    <message>
        <source>The address of the message is not one e-mail address.</source>
        <translation>عنوان الرسالة ليس عنوان بريد إلكتروني واحدًا.</translation>
    </message>
    <message>
        <source>Correct the address.</source>
        <translation>صحّح العنوان.</translation>
    </message>
</context>
<context>
    <name>ExchangeView</name>
    <message>
        <source>Answer</source>
        <translation>الإجابة</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Conversations</source>
        <translation>المحادثات</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>محادثة</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>السؤال</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>الإجابة</translation>
    </message>
    <message>
        <source>No answer was written.</source>
        <translation>لم تُكتب أي إجابة.</translation>
    </message>
    <message>
        <source>No answer was shown.</source>
        <translation>لم تُعرض أي إجابة.</translation>
    </message>
    <message>
        <source>Found helpful</source>
        <translation>قُيّمت بأنها مفيدة</translation>
    </message>
    <message>
        <source>Found not helpful</source>
        <translation>قُيّمت بأنها غير مفيدة</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>This question has no answer yet.</source>
        <translation>ليس لهذا السؤال إجابة بعد.</translation>
    </message>
    <message>
        <source>The answer model cannot be read any more.</source>
        <translation>لم تعد قراءة نموذج الإجابة ممكنة.</translation>
    </message>
    <message>
        <source>This computer ran out of memory while answering.</source>
        <translation>نفدت ذاكرة هذا الكمبيوتر أثناء الإجابة.</translation>
    </message>
    <message>
        <source>Close other programs, then ask again.</source>
        <translation>أغلق البرامج الأخرى، ثم اسأل من جديد.</translation>
    </message>
    <message>
        <source>Ask again, or talk to a human.</source>
        <translation>اسأل من جديد، أو تحدّث إلى شخص.</translation>
    </message>
    <message>
        <source>Your question is kept: ask again, or talk to a human.</source>
        <translation>سؤالك محفوظ: اسأل من جديد، أو تحدّث إلى شخص.</translation>
    </message>
    <message>
        <source>Check the model in the settings, then ask again.</source>
        <translation>تحقّق من النموذج في الإعدادات، ثم اسأل من جديد.</translation>
    </message>
    <message>
        <source>The answer model stopped.</source>
        <translation>توقّف نموذج الإجابة.</translation>
    </message>
    <message>
        <source>The answer model did not respond.</source>
        <translation>لم يستجب نموذج الإجابة.</translation>
    </message>
    <message>
        <source>This computer&apos;s processor cannot run the answer model.</source>
        <translation>لا يستطيع معالج هذا الكمبيوتر تشغيل نموذج الإجابة.</translation>
    </message>
    <message>
        <source>Checked answers and a human are still here for you.</source>
        <translation>الإجابات المُراجعة والتحدث إلى شخص متاحان لك دائمًا.</translation>
    </message>
    <message>
        <source>The answer could not be written.</source>
        <translation>تعذّرت كتابة الإجابة.</translation>
    </message>
    <message>
        <source>The answer model is still being checked.</source>
        <translation>ما زال التحقق من نموذج الإجابة جاريًا.</translation>
    </message>
    <message>
        <source>Ask again in a moment, or talk to a human.</source>
        <translation>اسأل من جديد بعد لحظات، أو تحدّث إلى شخص.</translation>
    </message>
    <message>
        <source>This one needs the answer model, which is not installed on this computer.</source>
        <translation>هذا السؤال يحتاج إلى نموذج الإجابة، وهو غير مثبّت على هذا الكمبيوتر.</translation>
    </message>
    <message>
        <source>Talk to a human, or ask again once it is installed.</source>
        <translation>تحدّث إلى شخص، أو اسأل من جديد بعد تثبيته.</translation>
    </message>
    <message>
        <source>This one needs the answer model, which cannot be used.</source>
        <translation>هذا السؤال يحتاج إلى نموذج الإجابة، ولا يمكن استخدامه.</translation>
    </message>
    <message>
        <source>Talk to a human, or ask again once it can.</source>
        <translation>تحدّث إلى شخص، أو اسأل من جديد حين يصبح ممكنًا.</translation>
    </message>
</context>
<context>
    <name>FailureCardView</name>
    <message>
        <source>Talk to a human</source>
        <translation>التحدث إلى شخص</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>السؤال من جديد</translation>
    </message>
    <message>
        <source>Check the model</source>
        <translation>التحقق من النموذج</translation>
    </message>
</context>
<context>
    <name>FeedbackForm</name>
    <message>
        <source>What was wrong?</source>
        <translation>ما الخطأ؟</translation>
    </message>
    <message>
        <source>It is wrong or out of date</source>
        <translation>خاطئة أو قديمة</translation>
    </message>
    <message>
        <source>It missed my question</source>
        <translation>لم تفهم سؤالي</translation>
    </message>
    <message>
        <source>Something is missing</source>
        <translation>ينقصها شيء</translation>
    </message>
    <message>
        <source>It is hard to follow</source>
        <translation>يصعب فهمها</translation>
    </message>
    <message>
        <source>In your own words (optional)</source>
        <translation>بكلماتك (اختياري)</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>تخطٍّ</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Kept with this conversation on this computer. Nothing is sent.</source>
        <translation>يُحفظ مع هذه المحادثة على هذا الكمبيوتر. لا يُرسَل شيء.</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this conversation</source>
        <translation>البحث في هذه المحادثة</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>السابق</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Close search</source>
        <translation>إغلاق البحث</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>Not found</source>
        <translation>غير موجود</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>which one of how many were found</comment>
        <translation>%1 من %2</translation>
    </message>
</context>
<context>
    <name>Fold</name>
    <message>
        <source>Hide the answer</source>
        <translation>إخفاء الإجابة</translation>
    </message>
    <message>
        <source>Show the answer anyway</source>
        <translation>عرض الإجابة على أي حال</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Facts as of %1</source>
        <translation>المعلومات حتى %1</translation>
    </message>
    <message>
        <source>Talk to a human</source>
        <translation>التحدث إلى شخص</translation>
    </message>
    <message>
        <source>Esc stops</source>
        <translation>Esc للإيقاف</translation>
    </message>
</context>
<context>
    <name>GeneralPane</name>
    <message>
        <source>General</source>
        <translation>عام</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>حجم النص</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>العرض</translation>
    </message>
    <message>
        <source>Takes effect the next time you open the window.</source>
        <translation>يسري عند فتح النافذة في المرة القادمة.</translation>
    </message>
    <message>
        <source>With the icon, the helper stays in the tray when you close the window.</source>
        <translation>مع الأيقونة يبقى المساعد في شريط النظام عند إغلاق النافذة.</translation>
    </message>
    <message>
        <source>Open when I log in</source>
        <translation>الفتح عند تسجيل الدخول</translation>
    </message>
    <message>
        <source>Icon in the system tray</source>
        <translation>أيقونة في شريط النظام</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>على هذا الكمبيوتر</translation>
    </message>
</context>
<context>
    <name>HandingOver</name>
    <message>
        <source>question</source>
        <translation>سؤال</translation>
    </message>
</context>
<context>
    <name>Handoff</name>
    <message>
        <source>Handed to your mail program. Press Send there.</source>
        <translation>سُلّمت الرسالة إلى برنامج البريد. اضغط هناك على «إرسال».</translation>
    </message>
    <message>
        <source>Copied. Paste it wherever you like.</source>
        <translation>تم النسخ. الصقه حيث تشاء.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Save file</source>
        <translation>حفظ كملف</translation>
    </message>
    <message>
        <source>Save file…</source>
        <translation>حفظ كملف…</translation>
    </message>
    <message>
        <source>You are offline. Your mail program can send it when you are back online.</source>
        <translation>أنت غير متصل بالإنترنت. يستطيع برنامج البريد إرسال الرسالة حين يعود الاتصال.</translation>
    </message>
    <message>
        <source>You are offline: the form cannot open before you are back online.</source>
        <translation>أنت غير متصل بالإنترنت: لا يمكن فتح الاستمارة قبل عودة الاتصال.</translation>
    </message>
    <message>
        <source>There is no text yet. Write what you need.</source>
        <translation>لا نص بعد. اكتب ما تحتاج إليه.</translation>
    </message>
    <message>
        <source>Saved as %1 in the folder %2. Open it to send it.</source>
        <translation>حُفظ باسم %1 في المجلد %2. افتحه لإرساله.</translation>
    </message>
    <message>
        <source>This is too long to hand to a mail program. Shorten it, or choose another way.</source>
        <translation>النص أطول من أن يُسلَّم إلى برنامج بريد. اختصره أو اختر طريقة أخرى.</translation>
    </message>
    <message>
        <source>No mail program could be opened. Choose another way.</source>
        <translation>تعذّر فتح برنامج بريد. اختر طريقة أخرى.</translation>
    </message>
    <message>
        <source>Handed to your mail program. You are offline: it can be sent there when you are back online.</source>
        <translation>سُلّمت الرسالة إلى برنامج البريد. أنت غير متصل بالإنترنت: يمكن إرسالها من هناك حين يعود الاتصال.</translation>
    </message>
    <message>
        <source>Copied. You are offline, so the form cannot open: come back when you are online again.</source>
        <translation>تم النسخ. أنت غير متصل بالإنترنت، لذا لا يمكن فتح الاستمارة: ارجع إلى هنا حين يعود الاتصال.</translation>
    </message>
    <message>
        <source>Copied, but no browser could be opened. Paste it at this address: %1</source>
        <translation>تم النسخ، لكن تعذّر فتح متصفح. الصق النص في هذا العنوان: %1</translation>
    </message>
    <message>
        <source>Copied, and the form opens in your browser. Paste it there and send it there.</source>
        <translation>تم النسخ، والاستمارة تُفتح في متصفحك. الصق النص هناك وأرسله من هناك.</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>البريد</translation>
    </message>
    <message>
        <source>Open in e-mail</source>
        <translation>فتح في البريد</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>تذكرة</translation>
    </message>
    <message>
        <source>Web form</source>
        <translation>استمارة ويب</translation>
    </message>
    <message>
        <source>Copy and open form</source>
        <translation>نسخ وفتح الاستمارة</translation>
    </message>
</context>
<context>
    <name>HandoffSheet</name>
    <message>
        <source>Hand this to %1</source>
        <translation>تسليم هذا إلى %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>To</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>الموضوع</translation>
    </message>
    <message>
        <source>Exactly what will be handed over</source>
        <translation>ما سيُسلَّم بالضبط</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>حفظ في مكان آخر…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>إظهار في المجلد</translation>
    </message>
    <message>
        <source>How it leaves</source>
        <translation>طريقة التسليم</translation>
    </message>
    <message>
        <source>What you changed before is kept.</source>
        <translation>ما غيّرته سابقًا محفوظ.</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>البدء من جديد</translation>
    </message>
    <message>
        <source>Nothing has been masked. Read it before you send.</source>
        <translation>لم يُحجب شيء. اقرأ النص قبل الإرسال.</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>الوجهة</translation>
    </message>
    <message>
        <source>Write what you need help with here</source>
        <translation>اكتب هنا ما تحتاج إلى المساعدة فيه</translation>
    </message>
</context>
<context>
    <name>HandoffText</name>
    <message>
        <source>a question</source>
        <translation>سؤال</translation>
    </message>
    <message>
        <source>Why a person</source>
        <translation>لماذا شخص</translation>
    </message>
    <message>
        <source>About</source>
        <translation>الموضوع</translation>
    </message>
    <message>
        <source>Earlier in this conversation</source>
        <translation>سابقًا في هذه المحادثة</translation>
    </message>
    <message>
        <source>The helper answered</source>
        <translation>أجاب المساعد</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>Helper</source>
        <translation>المساعد</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>المنتج</translation>
    </message>
    <message>
        <source>version</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>The helper was not sure of its answer.</source>
        <translation>لم يكن المساعد متأكدًا من إجابته.</translation>
    </message>
    <message>
        <source>The helper cannot answer this itself.</source>
        <translation>لا يستطيع المساعد الإجابة عن هذا بنفسه.</translation>
    </message>
    <message>
        <source>The helper could not write an answer on this computer.</source>
        <translation>تعذّر على المساعد كتابة إجابة على هذا الكمبيوتر.</translation>
    </message>
    <message>
        <source>Nobody has checked an answer to this yet.</source>
        <translation>لم يراجع أحد إجابة عن هذا بعد.</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Conversations</source>
        <translation>المحادثات</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>خيارات</translation>
    </message>
    <message>
        <source>Answers on this computer</source>
        <translation>يجيب على هذا الكمبيوتر</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>على هذا الكمبيوتر</translation>
    </message>
    <message>
        <source>Checked answers only</source>
        <translation>الإجابات المُراجعة فقط</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Your saved conversations cannot be opened: their file is damaged, so new ones are not saved. You can start a new list; the damaged file stays on this computer.</source>
        <translation>لا يمكن فتح محادثاتك المحفوظة: ملفها تالف، لذلك لا تُحفظ المحادثات الجديدة. يمكنك بدء قائمة جديدة، ويبقى الملف التالف على هذا الكمبيوتر.</translation>
    </message>
    <message>
        <source>Start a new list</source>
        <translation>بدء قائمة جديدة</translation>
    </message>
    <message>
        <source>The disk is full, so your last messages are not saved. Free some space, then save them.</source>
        <translation>القرص ممتلئ، لذلك لم تُحفظ رسائلك الأخيرة. حرّر بعض المساحة ثم احفظها.</translation>
    </message>
    <message>
        <source>Your last messages are not saved. %1</source>
        <translation>لم تُحفظ رسائلك الأخيرة. %1</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>حفظ الآن</translation>
    </message>
    <message>
        <source>Your conversations are safe in their folder. A newer version of this app saved them, and this one cannot open them. Install the newest version to see them again; until then, new ones are not saved.</source>
        <translation>محادثاتك سليمة في مجلدها. حفظها إصدار أحدث من هذا التطبيق، ولا يستطيع هذا الإصدار فتحها. ثبّت أحدث إصدار لرؤيتها من جديد؛ وحتى ذلك الحين لا تُحفظ المحادثات الجديدة.</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>إظهار المجلد</translation>
    </message>
    <message>
        <source>Another program is using your saved conversations, so new ones are not saved. Close it, then try again.</source>
        <translation>يستخدم برنامج آخر محادثاتك المحفوظة، لذلك لا تُحفظ المحادثات الجديدة. أغلقه ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>The disk is full, so conversations are not saved. Free some space, then try again.</source>
        <translation>القرص ممتلئ، لذلك لا تُحفظ المحادثات. حرّر بعض المساحة ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>Conversations are not saved right now. %1</source>
        <translation>لا تُحفظ المحادثات حاليًا. %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
</context>
<context>
    <name>Judging</name>
    <message>
        <source>Thank you. Kept on this computer only.</source>
        <translation>شكرًا. حُفظ على هذا الكمبيوتر فقط.</translation>
    </message>
    <message>
        <source>This was not kept. %1</source>
        <translation>لم يُحفظ هذا. %1</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>Search help pages</source>
        <translation>البحث في صفحات المساعدة</translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation>صفحات المساعدة</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Conversation</source>
        <translation>محادثة</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>إعادة تسمية</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation>كل المحادثات</translation>
    </message>
    <message>
        <source>Export all</source>
        <translation>تصدير الكل</translation>
    </message>
    <message>
        <source>Erase everything…</source>
        <translation>محو كل شيء…</translation>
    </message>
    <message>
        <source>To read (Markdown)…</source>
        <translation>للقراءة (Markdown)…</translation>
    </message>
    <message>
        <source>For programs (JSON lines)…</source>
        <translation>للبرامج (JSON Lines)…</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>خيارات</translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation>صفحات المساعدة</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Delete this conversation</source>
        <translation>حذف هذه المحادثة</translation>
    </message>
    <message>
        <source>Erase all conversations</source>
        <translation>محو كل المحادثات</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>حول %1</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Download again</source>
        <translation>التنزيل من جديد</translation>
    </message>
    <message>
        <source>Download the new one</source>
        <translation>تنزيل الجديد</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>تنزيل</translation>
    </message>
    <message>
        <source>The download is paused</source>
        <translation>التنزيل متوقّف مؤقتًا</translation>
    </message>
    <message>
        <source>What is already downloaded is kept.</source>
        <translation>ما نُزّل حتى الآن محفوظ.</translation>
    </message>
    <message>
        <source>Checking the answer model</source>
        <translation>جارٍ التحقق من نموذج الإجابة</translation>
    </message>
    <message>
        <source>Trying the answer model out</source>
        <translation>تجري تجربة نموذج الإجابة</translation>
    </message>
    <message>
        <source>Getting the answer model</source>
        <translation>جارٍ جلب نموذج الإجابة</translation>
    </message>
    <message>
        <source>You can ask, read help pages and reach a human meanwhile.</source>
        <translation>يمكنك في الأثناء أن تسأل وتقرأ صفحات المساعدة وتتحدّث إلى شخص.</translation>
    </message>
    <message>
        <source>Almost ready</source>
        <translation>أوشك على الانتهاء</translation>
    </message>
    <message>
        <source>Your file was not changed. Choose another one.</source>
        <translation>لم يُغيَّر ملفك. اختر ملفًا آخر.</translation>
    </message>
    <message>
        <source>Your file was not changed. Choose another one, or download the model.</source>
        <translation>لم يُغيَّر ملفك. اختر ملفًا آخر، أو نزّل النموذج.</translation>
    </message>
    <message>
        <source>The file on this computer is damaged and is not used.</source>
        <translation>الملف الموجود على هذا الكمبيوتر تالف ولا يُستخدم.</translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation>نزّله من جديد.</translation>
    </message>
    <message>
        <source>Other questions need the answer model.</source>
        <translation>الأسئلة الأخرى تحتاج إلى نموذج الإجابة.</translation>
    </message>
    <message>
        <source>For other questions, download the answer model once. It is checked and stays on this computer.</source>
        <translation>للأسئلة الأخرى نزّل نموذج الإجابة مرة واحدة. يُتحقق منه ويبقى على هذا الكمبيوتر.</translation>
    </message>
    <message>
        <source>Free some space, then check again.</source>
        <translation>أخلِ بعض المساحة، ثم تحقّق من جديد.</translation>
    </message>
    <message>
        <source>There is not enough free space for the answer model</source>
        <translation>لا توجد مساحة كافية لنموذج الإجابة</translation>
    </message>
    <message>
        <source>The answer model could not be fetched</source>
        <translation>تعذّر جلب نموذج الإجابة</translation>
    </message>
    <message>
        <source>It is on this computer already and is checked before its first answer. Nothing is downloaded.</source>
        <translation>النموذج موجود على هذا الكمبيوتر، ويجري التحقق منه قبل أول إجابة. لا يُنزَّل أي شيء.</translation>
    </message>
    <message>
        <source>Check the internet connection, then try again.</source>
        <translation>تحقّق من اتصال الإنترنت، ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>Check the internet connection and try again, or choose a file.</source>
        <translation>تحقّق من اتصال الإنترنت وأعد المحاولة، أو اختر ملفًا.</translation>
    </message>
    <message>
        <source>The chosen file is not the answer model of this product</source>
        <translation>الملف المختار ليس نموذج الإجابة لهذا المنتج</translation>
    </message>
    <message>
        <source>What arrived is not the answer model, so it was not used</source>
        <translation>ما وصل ليس نموذج الإجابة، لذا لم يُستخدم</translation>
    </message>
    <message>
        <source>Try again; if it stays so, tell a human.</source>
        <translation>أعد المحاولة؛ وإن بقي الأمر هكذا فأخبر شخصًا.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Checked answers, help pages and a human are here for you.</source>
        <translation>الإجابات المُراجعة وصفحات المساعدة والتحدث إلى شخص متاحة لك.</translation>
    </message>
    <message>
        <source>It is not the file it should be, so it is not used.</source>
        <translation>ليس الملف المطلوب، لذا لا يُستخدم.</translation>
    </message>
    <message>
        <source>The answer model is damaged</source>
        <translation>نموذج الإجابة تالف</translation>
    </message>
    <message>
        <source>The one on this computer is for an earlier version of the help.</source>
        <translation>الموجود على هذا الكمبيوتر يخص إصدارًا سابقًا من المساعدة.</translation>
    </message>
    <message>
        <source>A newer answer model is needed</source>
        <translation>يلزم نموذج إجابة أحدث</translation>
    </message>
    <message>
        <source>The answer model is not on this computer</source>
        <translation>نموذج الإجابة ليس على هذا الكمبيوتر</translation>
    </message>
    <message>
        <source>Size: %1</source>
        <translation>الحجم: %1</translation>
    </message>
    <message>
        <source>%1 free on this disk</source>
        <translation>المتاح على هذا القرص: %1</translation>
    </message>
    <message>
        <source>It needs %1 of free space, and less than that is free.</source>
        <translation>يحتاج إلى مساحة فارغة قدرها %1، والمتاح أقل.</translation>
    </message>
    <message>
        <source>It needs %1 of free space, and %2 is free.</source>
        <translation>يحتاج إلى مساحة فارغة قدرها %1، والمتاح %2.</translation>
    </message>
    <message>
        <source>Free at least %3 more, then check again.</source>
        <translation>أخلِ %3 أخرى على الأقل، ثم تحقّق من جديد.</translation>
    </message>
    <message>
        <source>The download and the model itself both take space at first.</source>
        <translation>في البداية يحتاج كل من التنزيل والنموذج نفسه إلى مساحة.</translation>
    </message>
    <message>
        <source>It takes about %1, and this computer has %2. Checked answers, help pages and a human are here for you; with the model it may become slow, or answers may fail.</source>
        <translation>يحتاج إلى نحو %1، وذاكرة هذا الكمبيوتر %2. الإجابات المُراجعة وصفحات المساعدة والتحدث إلى شخص متاحة لك؛ ومع النموذج قد يبطؤ الكمبيوتر أو تفشل الإجابات.</translation>
    </message>
    <message>
        <source>This computer has little memory for the answer model</source>
        <translation>ذاكرة هذا الكمبيوتر قليلة على نموذج الإجابة</translation>
    </message>
    <message>
        <source>Download anyway</source>
        <translation>التنزيل على أي حال</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>استئناف</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>ليس الآن</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>اختيار ملف</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>التحقق من جديد</translation>
    </message>
</context>
<context>
    <name>ModelPane</name>
    <message>
        <source>Looking…</source>
        <translation>جارٍ البحث…</translation>
    </message>
    <message>
        <source>Chosen when the program was started. It cannot be checked.</source>
        <translation>اختير عند تشغيل البرنامج. لا يمكن التحقق منه.</translation>
    </message>
    <message>
        <source>This helper works without a model: with checked answers and help pages.</source>
        <translation>يعمل هذا المساعد بلا نموذج: بإجابات مُتحقَّق منها وصفحات مساعدة.</translation>
    </message>
    <message>
        <source>Intact: every byte is as it should be.</source>
        <translation>سليم: كل بايت كما ينبغي.</translation>
    </message>
    <message>
        <source>%1, for %2</source>
        <translation>%1، لـ %2</translation>
    </message>
    <message>
        <source>Ready.</source>
        <translation>جاهز.</translation>
    </message>
    <message>
        <source>On this computer, but not checked yet.</source>
        <translation>موجود على هذا الكمبيوتر، لكن لم يُتحقق منه بعد.</translation>
    </message>
    <message>
        <source>Checked today at %1.</source>
        <translation>تم التحقق منه اليوم في %1.</translation>
    </message>
    <message>
        <source>Checked on %1.</source>
        <translation>تم التحقق منه في %1.</translation>
    </message>
    <message>
        <source>Another version is here; this one is not installed yet.</source>
        <translation>يوجد إصدار آخر؛ وهذا غير مثبّت بعد.</translation>
    </message>
    <message>
        <source>Not on this computer.</source>
        <translation>ليس على هذا الكمبيوتر.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>النموذج</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Answer model</source>
        <translation>نموذج الإجابة</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>تحقق الآن</translation>
    </message>
    <message>
        <source>Check the model</source>
        <translation>التحقق من النموذج</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>تنزيل</translation>
    </message>
    <message>
        <source>Download it</source>
        <translation>تنزيله</translation>
    </message>
    <message>
        <source>A model file that is already on this computer. It is checked before use.</source>
        <translation>ملف نموذج موجود على هذا الكمبيوتر. يُتحقق منه قبل استخدامه.</translation>
    </message>
    <message>
        <source>Take it from a file</source>
        <translation>أخذه من ملف</translation>
    </message>
    <message>
        <source>Too little free space</source>
        <translation>المساحة الحرة غير كافية</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>التحقق من جديد</translation>
    </message>
    <message>
        <source>Every byte is checked…</source>
        <translation>يجري التحقق من كل بايت…</translation>
    </message>
    <message>
        <source>Being checked…</source>
        <translation>قيد التحقق…</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>اختيار ملف…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
</context>
<context>
    <name>ModelPresenter</name>
    <message>
        <source>Check again</source>
        <translation>التحقق من جديد</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>Try other words, or put it to the helper as a question.</source>
        <translation>جرّب كلمات أخرى، أو اطرحها سؤالًا على المساعد.</translation>
    </message>
    <message>
        <source>Ask the helper</source>
        <translation>سؤال المساعد</translation>
    </message>
    <message>
        <source>No page has “%1”</source>
        <translation>لا صفحة فيها «%1»</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Dismiss</source>
        <translation>إخفاء</translation>
    </message>
</context>
<context>
    <name>Operations</name>
    <message>
        <source>Something went wrong that should not have.</source>
        <translation>حدث خطأ ما كان ينبغي أن يحدث.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, restart the app.</source>
        <translation>أعد المحاولة. وإن تكرّر ذلك فأعد تشغيل التطبيق.</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Open in browser</source>
        <translation>فتح في المتصفح</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>We are not sure about this answer</source>
        <translation>لسنا متأكدين من هذه الإجابة</translation>
    </message>
    <message>
        <source>A person should look at this</source>
        <translation>ينبغي أن ينظر شخص في هذا</translation>
    </message>
    <message>
        <source>A person can help with this</source>
        <translation>يمكن لشخص أن يساعد في هذا</translation>
    </message>
    <message>
        <source>You see the text before it goes.</source>
        <translation>سترى النص قبل إرساله.</translation>
    </message>
    <message>
        <source>You asked for a person.</source>
        <translation>طلبتَ التحدث إلى شخص.</translation>
    </message>
    <message>
        <source>Security matters go straight to a person.</source>
        <translation>أمور الأمان تُحال مباشرة إلى شخص.</translation>
    </message>
    <message>
        <source>Legal and privacy matters go to a person.</source>
        <translation>الأمور القانونية وأمور الخصوصية تُحال إلى شخص.</translation>
    </message>
    <message>
        <source>This is too important to leave to a program.</source>
        <translation>هذا أهم من أن يُترك لبرنامج.</translation>
    </message>
    <message>
        <source>You should not be alone with this.</source>
        <translation>لا ينبغي أن تواجه هذا وحدك.</translation>
    </message>
    <message>
        <source>You have tried this more than once.</source>
        <translation>جرّبت هذا أكثر من مرة.</translation>
    </message>
    <message>
        <source>Nobody has checked an answer to this yet, and the helper does not guess.</source>
        <translation>لم يراجع أحد إجابة عن هذا بعد، والمساعد لا يخمّن.</translation>
    </message>
    <message>
        <source>The helper is not sure of this answer.</source>
        <translation>المساعد غير متأكد من هذه الإجابة.</translation>
    </message>
    <message>
        <source>A person can tell you for certain.</source>
        <translation>يمكن لشخص أن يخبرك يقينًا.</translation>
    </message>
    <message>
        <source>This is about something only a person can look into: %1.</source>
        <translation>يتعلق هذا بأمر لا ينظر فيه إلا شخص: %1.</translation>
    </message>
    <message>
        <source>The helper cannot see your account, so it cannot settle this itself.</source>
        <translation>لا يرى المساعد حسابك، لذا لا يستطيع حل هذا بنفسه.</translation>
    </message>
</context>
<context>
    <name>PersonCardView</name>
    <message>
        <source>Next: %1.</source>
        <translation>الخطوة التالية: %1.</translation>
    </message>
    <message>
        <source>Talk to a human</source>
        <translation>التحدث إلى شخص</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
    <message>
        <source>Deleted. Its last traces are wiped from the disk a little later. %1</source>
        <translation>تم الحذف. ستُمحى آخر الآثار من القرص بعد قليل. %1</translation>
    </message>
    <message>
        <source>Conversations are kept again, with what was said meanwhile.</source>
        <translation>عاد حفظ المحادثات، مع ما قيل في الأثناء.</translation>
    </message>
    <message>
        <source>Nothing was deleted. %1</source>
        <translation>لم يُحذف شيء. %1</translation>
    </message>
    <message>
        <source>All conversations are erased.</source>
        <translation>مُحيت كل المحادثات.</translation>
    </message>
    <message>
        <source>No program on this computer opened this link. Copy it and paste it into your browser: %1</source>
        <translation>لم يفتح أي برنامج على هذا الكمبيوتر هذا الرابط. انسخه والصقه في متصفحك: %1</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>نسخ الرابط</translation>
    </message>
    <message>
        <source>Erase all conversations?</source>
        <translation>محو كل المحادثات؟</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>محو</translation>
    </message>
</context>
<context>
    <name>PrivacyPane</name>
    <message>
        <source>Privacy</source>
        <translation>الخصوصية</translation>
    </message>
    <message>
        <source>Your questions and the answers stay on this computer. What goes to support is shown to you first, and only you send it.</source>
        <translation>تبقى أسئلتك والإجابات على هذا الكمبيوتر. وما يذهب إلى الدعم يُعرض عليك أولًا، ولا يرسله أحد سواك.</translation>
    </message>
    <message>
        <source>Keep conversations</source>
        <translation>حفظ المحادثات</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>محو…</translation>
    </message>
    <message>
        <source>Erase all conversations…</source>
        <translation>محو كل المحادثات…</translation>
    </message>
    <message>
        <source>Every question and answer, with your drafts and ratings. You are asked first.</source>
        <translation>كل سؤال وإجابة، مع مسوداتك وتقييماتك. ستُسأل أولًا.</translation>
    </message>
    <message>
        <source>Erase all conversations</source>
        <translation>محو كل المحادثات</translation>
    </message>
    <message>
        <source>Older conversations are erased the next time you open the window.</source>
        <translation>تُمحى المحادثات الأقدم عند فتح النافذة في المرة القادمة.</translation>
    </message>
    <message>
        <source>Nothing is erased until you do it.</source>
        <translation>لا يُمحى شيء حتى تمحوه بنفسك.</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>المحادثات</translation>
    </message>
    <message>
        <source>What is kept here</source>
        <translation>ما يُحفظ هنا</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>فتح المجلد</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>المكان</translation>
    </message>
</context>
<context>
    <name>ProgressBar</name>
    <message>
        <source>Progress</source>
        <translation>التقدّم</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>This page is too intricate to be shown here.</source>
        <translation>هذه الصفحة أعقد من أن تُعرض هنا.</translation>
    </message>
    <message>
        <source>This page has no text yet.</source>
        <translation>لا نص في هذه الصفحة بعد.</translation>
    </message>
    <message>
        <source>1 page found</source>
        <translation>عُثر على صفحة واحدة</translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation>صفحات المساعدة</translation>
    </message>
</context>
<context>
    <name>ReaderBar</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Search help pages</source>
        <translation>البحث في صفحات المساعدة</translation>
    </message>
    <message>
        <source>Close help pages</source>
        <translation>إغلاق صفحات المساعدة</translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation>صفحات المساعدة</translation>
    </message>
</context>
<context>
    <name>ReaderFoot</name>
    <message>
        <source>Talk to a human</source>
        <translation>التحدث إلى شخص</translation>
    </message>
    <message>
        <source>Still stuck?</source>
        <translation>أما زلت بحاجة إلى مساعدة؟</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>This page is not among the help pages any more.</source>
        <translation>لم تعد هذه الصفحة ضمن صفحات المساعدة.</translation>
    </message>
</context>
<context>
    <name>Revision</name>
    <message>
        <source>Edit your question</source>
        <translation>تعديل سؤالك</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>السؤال من جديد</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Choose another folder.</source>
        <translation>اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>There is no room left in the folder %1.</source>
        <translation>لم يبقَ مكان في المجلد %1.</translation>
    </message>
    <message>
        <source>Free some space, or choose another folder.</source>
        <translation>أفرغ بعض المساحة أو اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>The folder %1 is not there any more.</source>
        <translation>لم يعد المجلد %1 موجودًا.</translation>
    </message>
    <message>
        <source>Connect the drive it is on, or choose another folder.</source>
        <translation>صِل القرص الذي يوجد عليه أو اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>A file cannot be called %1 here.</source>
        <translation>لا يمكن أن يُسمّى ملف هنا %1.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>You may not save in the folder %1, or another program is using the file.</source>
        <translation>لا يُسمح لك بالحفظ في المجلد %1، أو أن برنامجًا آخر يستخدم الملف.</translation>
    </message>
    <message>
        <source>The folder %1 can only be read.</source>
        <translation>المجلد %1 للقراءة فقط.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written to.</source>
        <translation>تتعذّر الكتابة في المجلد %1.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear search</source>
        <translation>مسح البحث</translation>
    </message>
</context>
<context>
    <name>SendButton</name>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
</context>
<context>
    <name>SettingsFile</name>
    <message>
        <source>The settings file was removed. Your settings are written again.</source>
        <translation>أُزيل ملف الإعدادات. كُتبت إعداداتك من جديد.</translation>
    </message>
    <message>
        <source>Settings were changed outside this window and are taken over: %1.</source>
        <translation>غُيّرت إعدادات خارج هذه النافذة وتم اعتمادها: %1.</translation>
    </message>
    <message>
        <source>Show file</source>
        <translation>إظهار الملف</translation>
    </message>
    <message>
        <source>A new file was written, and the old one is kept.</source>
        <translation>كُتب ملف جديد، والملف القديم محفوظ.</translation>
    </message>
    <message>
        <source>The settings file could not be read. Your settings are still the same, and you do not need to do anything.</source>
        <translation>تعذّرت قراءة ملف الإعدادات. إعداداتك كما هي، ولا يلزمك فعل أي شيء.</translation>
    </message>
    <message>
        <source>Your settings could not be read, so the standard ones are in use. You can choose yours again in the settings.</source>
        <translation>تعذرت قراءة إعداداتك، ولذلك تُستخدم الإعدادات القياسية. يمكنك اختيار إعداداتك من جديد في الإعدادات.</translation>
    </message>
    <message>
        <source>The setting “%1” had a value that cannot be used. It stays as it was.</source>
        <translation>كانت للإعداد «%1» قيمة لا يمكن استخدامها. يبقى كما كان.</translation>
    </message>
    <message>
        <source>The setting “%1” had a value that cannot be used. It is back to the standard one.</source>
        <translation>كانت للإعداد «%1» قيمة لا يمكن استخدامها. أُعيدت القيمة القياسية.</translation>
    </message>
    <message>
        <source>The setting “%1” is not known to this version; it is left out.</source>
        <translation>الإعداد «%1» غير معروف في هذا الإصدار؛ أُغفل.</translation>
    </message>
    <message>
        <source>The settings file could not be repaired.</source>
        <translation>تعذّر إصلاح ملف الإعدادات.</translation>
    </message>
    <message>
        <source>The earlier file is kept as %1.</source>
        <translation>حُفظ الملف السابق باسم %1.</translation>
    </message>
    <message>
        <source>language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>theme</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>text size</source>
        <translation>حجم النص</translation>
    </message>
    <message>
        <source>how long conversations are kept</source>
        <translation>مدة حفظ المحادثات</translation>
    </message>
    <message>
        <source>where the model runs</source>
        <translation>موضع تشغيل النموذج</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>الخيوط</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>الذاكرة</translation>
    </message>
    <message>
        <source>icon in the system tray</source>
        <translation>أيقونة في شريط النظام</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Close settings</source>
        <translation>إغلاق الإعدادات</translation>
    </message>
</context>
<context>
    <name>SettingsPresenter</name>
    <message>
        <source>What you chose counts until the window is closed; it could not be saved. %1</source>
        <translation>ما اخترته يسري حتى تُغلق النافذة؛ فقد تعذّر حفظه. %1</translation>
    </message>
    <message>
        <source>The folder could not be opened: %1</source>
        <translation>تعذّر فتح المجلد: %1</translation>
    </message>
    <message>
        <source>Stopped before the end.</source>
        <translation>أُوقف قبل النهاية.</translation>
    </message>
    <message>
        <source>The text of this licence is not on this computer: %1</source>
        <translation>نص هذا الترخيص ليس على هذا الكمبيوتر: %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Everywhere</source>
        <translation>في كل مكان</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>محادثة جديدة</translation>
    </message>
    <message>
        <source>Write a question</source>
        <translation>كتابة سؤال</translation>
    </message>
    <message>
        <source>Talk to a human</source>
        <translation>التحدث إلى شخص</translation>
    </message>
    <message>
        <source>Find in what is shown</source>
        <translation>البحث في المحتوى المعروض</translation>
    </message>
    <message>
        <source>Search all conversations</source>
        <translation>البحث في كل المحادثات</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Close what is open, stop an answer</source>
        <translation>إغلاق ما هو مفتوح، إيقاف الإجابة</translation>
    </message>
    <message>
        <source>Writing a question</source>
        <translation>أثناء كتابة سؤال</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>سطر جديد</translation>
    </message>
    <message>
        <source>Finding in a conversation</source>
        <translation>أثناء البحث في محادثة</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>السابق</translation>
    </message>
    <message>
        <source>List of conversations</source>
        <translation>قائمة المحادثات</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>إعادة تسمية</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Undo delete</source>
        <translation>التراجع عن الحذف</translation>
    </message>
    <message>
        <source>Help pages and settings</source>
        <translation>صفحات المساعدة والإعدادات</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>ShortcutsSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
</context>
<context>
    <name>Stored</name>
    <message>
        <source>Conversations</source>
        <translation>المحادثات</translation>
    </message>
    <message>
        <source>Answer model</source>
        <translation>نموذج الإجابة</translation>
    </message>
    <message>
        <source>Your questions and drafts, the answers, your ratings, and the names you gave conversations.</source>
        <translation>أسئلتك ومسوداتك والإجابات وتقييماتك والأسماء التي أعطيتها للمحادثات.</translation>
    </message>
    <message>
        <source>Quick resume</source>
        <translation>استئناف سريع</translation>
    </message>
    <message>
        <source>Lets the model continue a conversation without reading all of it again.</source>
        <translation>تتيح للنموذج متابعة محادثة دون قراءتها كلها من جديد.</translation>
    </message>
    <message>
        <source>The installed model. Nothing of yours is in it.</source>
        <translation>النموذج المثبت. لا يحتوي على شيء منك.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>What you chose here.</source>
        <translation>ما اخترته هنا.</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>السجلات</translation>
    </message>
    <message>
        <source>What went wrong and when, without a word of what you asked.</source>
        <translation>ما الذي تعطّل ومتى، بلا كلمة مما سألت عنه.</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>فارغ</translation>
    </message>
</context>
<context>
    <name>TalkPresenter</name>
    <message>
        <source>Checking…</source>
        <translation>جارٍ التحقق…</translation>
    </message>
    <message>
        <source>Starting the answer model…</source>
        <translation>جارٍ تشغيل نموذج الإجابة…</translation>
    </message>
    <message>
        <source>The answer model stopped. Starting it again…</source>
        <translation>توقّف نموذج الإجابة. تجري إعادة تشغيله…</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Open %1</source>
        <translation>فتح %1</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Ask a question…</source>
        <translation>اطرح سؤالًا…</translation>
    </message>
    <message>
        <source>Talk to a human</source>
        <translation>التحدث إلى شخص</translation>
    </message>
</context>
<context>
    <name>counted</name>
    <message numerus="yes">
        <source>About %Ln minutes left</source>
        <translation>
            <numerusform>تبقّى نحو %Ln دقيقة</numerusform>
            <numerusform>تبقّت دقيقة تقريبًا</numerusform>
            <numerusform>تبقّت دقيقتان تقريبًا</numerusform>
            <numerusform>تبقّت نحو %Ln دقائق</numerusform>
            <numerusform>تبقّت نحو %Ln دقيقة</numerusform>
            <numerusform>تبقّت نحو %Ln دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %Ln hours left</source>
        <translation>
            <numerusform>تبقّى نحو %Ln ساعة</numerusform>
            <numerusform>تبقّت ساعة تقريبًا</numerusform>
            <numerusform>تبقّت ساعتان تقريبًا</numerusform>
            <numerusform>تبقّت نحو %Ln ساعات</numerusform>
            <numerusform>تبقّت نحو %Ln ساعة</numerusform>
            <numerusform>تبقّت نحو %Ln ساعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln يوم</numerusform>
            <numerusform>يوم واحد</numerusform>
            <numerusform>يومان</numerusform>
            <numerusform>%Ln أيام</numerusform>
            <numerusform>%Ln يومًا</numerusform>
            <numerusform>%Ln يوم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pages found</source>
        <translation>
            <numerusform>عُثر على %Ln صفحة</numerusform>
            <numerusform>عُثر على صفحة واحدة</numerusform>
            <numerusform>عُثر على صفحتين</numerusform>
            <numerusform>عُثر على %Ln صفحات</numerusform>
            <numerusform>عُثر على %Ln صفحة</numerusform>
            <numerusform>عُثر على %Ln صفحة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversations will be erased from this computer.</source>
        <translation>
            <numerusform>لن تُمحى أي محادثة من هذا الكمبيوتر.</numerusform>
            <numerusform>ستُمحى محادثة واحدة من هذا الكمبيوتر.</numerusform>
            <numerusform>ستُمحى محادثتان من هذا الكمبيوتر.</numerusform>
            <numerusform>ستُمحى %Ln محادثات من هذا الكمبيوتر.</numerusform>
            <numerusform>ستُمحى %Ln محادثة من هذا الكمبيوتر.</numerusform>
            <numerusform>ستُمحى %Ln محادثة من هذا الكمبيوتر.</numerusform>
        </translation>
    </message>
</context>
</TS>
