package io.dateline.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenLanguageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | The leaders of China and Belarus met on Wednesday and called for a ceasefire from the side of Ukraine.
            en | Xi Jinping hosts Alexander Lukashenko in Beijing amid growing tensions with Washington
            de | Der Bundestag hat am Mittwoch ein neues Gesetz beschlossen, das die Bürger entlasten soll.
            fr | Le président français a déclaré mercredi que le gouvernement allait réformer les retraites.
            es | El presidente dijo el miércoles que el país necesita más inversiones.
            it | Il presidente ha detto mercoledì che il governo cadrà.
            nl | De minister-president heeft woensdag gezegd dat het kabinet valt, en dat is de schuld van de oppositie in de Kamer.
            ru | Президент встретился с лидером Китая в среду.
            ar | الرئيس الصيني يلتقي نظيره البيلاروسي في بكين يوم الأربعاء
            zh | 中国国家主席习近平周三在北京会见了白俄罗斯总统卢卡申科。
            ja | 習近平は水曜日に北京でルカシェンコと会談した。
            """)
    void tellsTheLanguageOfASentence(String code, String sentence) {
        assertThat(SpokenLanguage.of(sentence)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Talks", "12.5 % 2023-03-01 …", "\uD800\uD800\uD800", "xx yy zz"})
    void saysNothingOfWhatCouldBeAnyLanguage(String text) {
        assertThat(SpokenLanguage.of(text)).isEmpty();
    }

    @Test
    void looksAtTheBeginningAlone() {
        String english = "The leaders of China and Belarus met on Wednesday and called for peace. ";
        assertThat(SpokenLanguage.of(english.repeat(50) + "Der Bundestag hat beschlossen. ".repeat(10_000)))
                .contains("en");
    }

    @Test
    void whatTheArticleSaysOfItselfIsBelieved() throws Exception {
        ArticleDraft draft = new ArticleDraft(
                null,
                "Title",
                null,
                null,
                null,
                null,
                List.of(),
                null,
                "de-AT",
                List.of("The leaders of China and Belarus met on Wednesday and called for peace."));
        assertThat(draft.article().language()).isEqualTo("de");
    }
}
