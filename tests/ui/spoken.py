"""What customers and the helper say to each other in the pictures, in every language that has pictures.

An answer that is caught half way stops before the last word of ``restore_half``.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spoken:
    """Questions and answers in one language; ``needle`` stands in the first of them."""

    archive: tuple[str, str]
    restore: tuple[str, str]
    restore_half: str
    charged: tuple[str, str]
    guests: tuple[str, str]
    long_question: str
    remark: str
    needle: str

    @property
    def long_answer(self) -> str:
        """More than a window holds."""
        answers = (self.archive, self.guests, self.restore, self.charged)
        return "\n\n".join([answer for _, answer in answers] * 3)


_EN = Spoken(
    archive=(
        "need to clear out like 60 old tickets, can i archive them together?",
        "Yes. To archive several issues at once:\n\n"
        "1. Select them with `X` or `Shift`-click. `Ctrl+A` selects the whole list.\n"
        "2. Choose **Archive** in the action toolbar at the bottom.\n\n"
        "Archived issues leave your lists but stay searchable.",
    ),
    restore=(
        "and how do I get one back?",
        "Open the team's **Archive** page, open the issue and choose **Restore**.",
    ),
    restore_half="Open the team's **Archive** page, open the issue and choose **Rest",
    charged=(
        "why was my card charged twice??",
        "I do not have access to your account or billing, so I cannot see the charge. Support can: send "
        "them the invoice number and they will check it the same day.",
    ),
    guests=(
        "can guests see private teams",
        "Guests see only the teams they were added to, private or not.",
    ),
    long_question="I have about sixty old tickets from last year that nobody needs any more, and I would like to "
    "clear them out in one go. Is there a way to archive them together?",
    remark="Which toolbar? I see none.",
    needle="archive",
)
_DE = Spoken(
    archive=(
        "ich muss ungefähr 60 alte Aufgaben loswerden, kann ich die zusammen archivieren?",
        "Ja. So archivieren Sie mehrere Aufgaben auf einmal:\n\n"
        "1. Wählen Sie sie mit `X` oder `Umschalt`-Klick aus. `Strg+A` wählt die ganze Liste aus.\n"
        "2. Wählen Sie unten in der Werkzeugleiste **Archive**.\n\n"
        "Archivierte Aufgaben verschwinden aus den Listen, lassen sich aber weiter suchen.",
    ),
    restore=(
        "und wie bekomme ich eine zurück?",
        "Öffnen Sie die Seite **Archive** des Teams, dann die Aufgabe, und wählen Sie **Restore**.",
    ),
    restore_half="Öffnen Sie die Seite **Archive** des Teams, dann die Aufgabe, und wählen Sie **Rest",
    charged=(
        "warum wurde meine Karte zweimal belastet??",
        "Ich habe keinen Zugriff auf Ihr Konto oder Ihre Rechnungen und kann die Abbuchung nicht sehen. Der "
        "Kundendienst kann es: Senden Sie ihm die Rechnungsnummer, er prüft sie noch am selben Tag.",
    ),
    guests=(
        "können Gäste private Teams sehen",
        "Gäste sehen nur die Teams, zu denen sie hinzugefügt wurden, ob privat oder nicht.",
    ),
    long_question="Ich habe ungefähr sechzig alte Aufgaben vom letzten Jahr, die niemand mehr braucht, und möchte sie "
    "auf einmal aufräumen. Kann man sie zusammen archivieren?",
    remark="Welche Werkzeugleiste? Ich sehe keine.",
    needle="archiv",
)
_ES = Spoken(
    archive=(
        "tengo que quitar unas 60 incidencias viejas, ¿puedo archivarlas juntas?",
        "Sí. Para archivar varias incidencias a la vez:\n\n"
        "1. Selecciónalas con `X` o `Mayús`-clic. `Ctrl+A` selecciona toda la lista.\n"
        "2. Elige **Archive** en la barra de acciones de abajo.\n\n"
        "Las incidencias archivadas salen de tus listas, pero se pueden seguir buscando.",
    ),
    restore=(
        "¿y cómo recupero una?",
        "Abre la página **Archive** del equipo, abre la incidencia y elige **Restore**.",
    ),
    restore_half="Abre la página **Archive** del equipo, abre la incidencia y elige **Rest",
    charged=(
        "¿¿por qué me cobraron dos veces??",
        "No tengo acceso a tu cuenta ni a la facturación, así que no puedo ver el cargo. El equipo de soporte "
        "sí: envíales el número de la factura y lo revisarán el mismo día.",
    ),
    guests=(
        "¿los invitados ven los equipos privados?",
        "Los invitados solo ven los equipos a los que fueron añadidos, privados o no.",
    ),
    long_question="Tengo unas sesenta incidencias del año pasado que ya nadie necesita y me gustaría quitarlas de una "
    "vez. ¿Hay alguna manera de archivarlas juntas?",
    remark="¿Qué barra? No veo ninguna.",
    needle="archiv",
)
_JA = Spoken(
    archive=(
        "古いチケットが60件ほどあります。まとめてアーカイブできますか？",
        "はい。複数の課題を一度にアーカイブするには：\n\n"
        "1. `X` または `Shift` を押しながらクリックして選択します。`Ctrl+A` で一覧全体を選択できます。\n"
        "2. 下部のツールバーで **Archive** を選びます。\n\n"
        "アーカイブした課題は一覧から消えますが、検索はできます。",
    ),
    restore=(
        "元に戻すにはどうすればいいですか？",
        "チームの **Archive** ページで課題を開き、 **Restore** を選びます。",
    ),
    restore_half="チームの **Archive** ページで課題を開き、 **Rest",
    charged=(
        "カードに二重に請求されたのはなぜですか？",
        "アカウントや請求の情報は見られないため、こちらでは確認できません。サポートなら確認できます。請求書番号を送ると、"
        "その日のうちに調べてもらえます。",
    ),
    guests=(
        "ゲストは非公開のチームを見られますか",
        "ゲストに見えるのは、非公開かどうかにかかわらず、追加されたチームだけです。",
    ),
    long_question="昨年の古いチケットが60件ほどあり、もう誰も必要としていないので、一度に片付けたいと思っています。"
    "まとめてアーカイブする方法はありますか？",
    remark="どのツールバーですか？見当たりません。",
    needle="アーカイブ",
)
_AR = Spoken(
    archive=(
        "لدي نحو 60 تذكرة قديمة، هل يمكنني أرشفتها معًا؟",
        "نعم. لأرشفة عدة مشكلات دفعة واحدة:\n\n"
        "1. حددها باستخدام `X` أو بالنقر مع `Shift`. يحدد `Ctrl+A` القائمة كلها.\n"
        "2. اختر **Archive** في شريط الأدوات بالأسفل.\n\n"
        "تختفي المشكلات المؤرشفة من قوائمك، لكن يبقى البحث عنها ممكنًا.",
    ),
    restore=(
        "وكيف أستعيد واحدة منها؟",
        "افتح صفحة **Archive** الخاصة بالفريق، ثم افتح المشكلة واختر **Restore**.",
    ),
    restore_half="افتح صفحة **Archive** الخاصة بالفريق، ثم افتح المشكلة واختر **Rest",
    charged=(
        "لماذا خُصم المبلغ من بطاقتي مرتين؟؟",
        "لا يمكنني الوصول إلى حسابك أو فواتيرك، لذلك لا أرى هذا الخصم. يستطيع الدعم ذلك: أرسل إليهم رقم الفاتورة "
        "وسيتحققون منه في اليوم نفسه.",
    ),
    guests=(
        "هل يرى الضيوف الفرق الخاصة",
        "لا يرى الضيوف إلا الفرق التي أُضيفوا إليها، خاصة كانت أم لا.",
    ),
    long_question="لدي نحو ستين تذكرة قديمة من العام الماضي لم يعد أحد يحتاج إليها، وأود التخلص منها دفعة واحدة. هل "
    "توجد طريقة لأرشفتها معًا؟",
    remark="أي شريط أدوات؟ لا أرى أيًّا منها.",
    needle="أرشفة",
)
SPOKEN = {"en": _EN, "de": _DE, "es": _ES, "ja": _JA, "ar": _AR}


def spoken(language: str) -> Spoken:
    """What is said in a language; English where nobody wrote it down."""
    return SPOKEN.get(language, _EN)
