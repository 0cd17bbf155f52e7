package io.dateline.index;

import static io.dateline.index.Samples.article;
import static io.dateline.index.Samples.ids;
import static io.dateline.index.Samples.passages;
import static io.dateline.index.Samples.put;
import static io.dateline.index.Samples.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.corpus.Article;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LuceneIndexTest {

    private static final LocalDate MONDAY = LocalDate.of(2023, 5, 1);

    @TempDir
    Path folder;

    private LuceneIndex index;

    @BeforeEach
    void open() {
        index = LuceneIndex.open(folder, Samples.MODEL, Integer.MAX_VALUE, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        index.close();
    }

    private void reopen() {
        index.close();
        open();
    }

    @Test
    void givesBackTheArticleAsItWasPut() {
        Article whole = new Article(
                "a.b-c_1",
                "Übergabe «in» Kyiv",
                "World",
                "A summary.",
                "https://example.org/1?a=b",
                "The Paper",
                List.of("Ann Lee", "Bo Çelik"),
                LocalDate.of(2022, 2, 24),
                "en",
                "A summary.\n\nEmoji 😀 and 北京.",
                "0123456789abcdef0123456789abcdef");
        put(index, whole);
        assertThat(index.article("a.b-c_1")).contains(whole);
        index.commit();
        reopen();
        assertThat(index.article("a.b-c_1")).contains(whole);
        Article bare = article("bare", "Title", "Body.");
        put(index, bare);
        assertThat(index.article("bare")).contains(bare);
        assertThat(index.article("nobody")).isEmpty();
    }

    @Test
    void findsPassageByItsWordsInTheCallAfterPut() {
        put(index, article("a", "Title", "Xi met Lukashenko in Beijing.\n\nThe weather was fine."));
        assertThat(texts(index, index.byWords("Where did Xi meet Lukashenko?", Filter.NONE, 10)))
                .first()
                .isEqualTo("Xi met Lukashenko in Beijing.");
    }

    @Test
    void passageKeepsItsPlaceInTheBody() {
        Article article = article("a", "Title", "First paragraph.\n\nSecond one about tariffs.");
        put(index, article);
        assertThat(index.byWords("tariffs", Filter.NONE, 1))
                .extracting(match -> match.passage().in(article).orElseThrow())
                .containsExactly(passages(article).get(1));
    }

    @Test
    void wordsOfTheTitleCount() {
        put(index, article("a", "Earthquake in Chile", "It struck at dawn."));
        put(index, article("b", "Elections in Peru", "It began at dawn."));
        assertThat(ids(index.byWords("earthquake dawn", Filter.NONE, 10))).containsExactly("a#0", "b#0");
        assertThat(ids(index.byWords("Chile", Filter.NONE, 10))).containsExactly("a#0");
    }

    @Test
    void aWordThatAQuestionRepeatsCountsAsOften() {
        put(index, article("a", "Title", "Ankara spoke."));
        put(index, article("b", "Title", "Berlin spoke."));
        assertThat(ids(index.byWords("Berlin or Ankara, Ankara?", Filter.NONE, 10)))
                .containsExactly("a#0", "b#0");
        assertThat(ids(index.byWords("Ankara or Berlin, Berlin?", Filter.NONE, 10)))
                .containsExactly("b#0", "a#0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Beyonce", "BEYONCÉ", "beyoncé's", "beyonce’s"})
    void accentsCaseAndPossessivesDoNotMatter(String word) {
        put(index, article("a", "Title", "Beyoncé's tour sold out."));
        assertThat(index.byWords(word, Filter.NONE, 10)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Zelensky, Zelenskyy",
        "Zelenskyy, Zelensky",
        "Zelenskiy, Zelenskyi",
        "Zelenskii, Zelenskij",
        "Zelenski, Zelenskyj",
        "Tymanovskaya's Kyiv, Kiev",
        "Kiev, Kyiv",
        "Yanukovych, Yanukovich",
        "Qaddafi, Gaddafi",
    })
    void aNameIsFoundHoweverItIsSpelled(String asked, String written) {
        put(index, article("a", "Title", "Yesterday " + written + " was there."));
        put(index, article("b", "Title", "Nobody was there."));

        assertThat(ids(index.byWords(asked, Filter.NONE, 5))).containsExactly("a#0");
    }

    @ParameterizedTest
    @CsvSource({"sky, skyy", "risky, riskij", "Paris, Pari5"})
    void otherWordsHaveOneSpelling(String asked, String written) {
        put(index, article("a", "Title", "Yesterday " + written + " was there."));

        assertThat(index.byWords(asked, Filter.NONE, 5)).isEmpty();
    }

    @Test
    void replacementIsFoundAtOnceAndTheOldTextNeverAgain() {
        put(index, article("a", "Title", "The toll is seven.\n\nRescuers dig.\n\nMore soon."));
        put(index, article("a", "Title", "The toll is nine."));
        assertThat(index.byWords("seven rescuers dig soon", Filter.NONE, 10)).isEmpty();
        assertThat(texts(index, index.byWords("toll", Filter.NONE, 10))).containsExactly("The toll is nine.");
        assertThat(index.size().passages()).isEqualTo(1);
        assertThat(index.size().articles()).isEqualTo(1);
    }

    @Test
    void removedArticleIsGone() {
        put(index, article("a", "Title", "Something about tariffs."));
        assertThat(index.remove("a")).isTrue();
        assertThat(index.remove("a")).isFalse();
        assertThat(index.byWords("tariffs", Filter.NONE, 10)).isEmpty();
        assertThat(index.article("a")).isEmpty();
        assertThat(index.articles(0, 10)).isEmpty();
    }

    @Test
    void whatIsPutInMassesIsFoundAfterTheCommit() {
        for (int i = 0; i < 120; i++) {
            put(index, article("a" + i, "Rivers", "River " + i + " rose."));
        }
        index.byWords("river", Filter.NONE, 100);
        put(index, article("last", "Harvest", "Barley was sown."));
        index.commit();

        assertThat(index.byWords("barley", Filter.NONE, 10)).hasSize(1);
        assertThat(index.size().articles()).isEqualTo(121);
        assertThat(index.article("last")).isPresent();
    }

    @Test
    void whatWasCommittedSurvivesACrashAndWhatWasNotIsNotHalfThere() throws Exception {
        put(index, article("a", "Title", "Committed tariffs."));
        index.commit();
        put(index, article("b", "Title", "Uncommitted tariffs."));
        put(index, article("a", "Title", "Uncommitted replacement."));
        index.closeWithoutCommit();
        open();
        assertThat(texts(index, index.byWords("tariffs replacement", Filter.NONE, 10)))
                .containsExactly("Committed tariffs.");
        assertThat(index.size().articles()).isEqualTo(1);
    }

    @Test
    void equalScoresAreOrderedByPassageIdWhateverWasPutFirst() {
        for (String id : List.of("c", "a10", "b", "a", "a1")) {
            put(index, article(id, "Title", "Same words here."));
            index.commit();
        }
        assertThat(ids(index.byWords("same words", Filter.NONE, 10)))
                .containsExactly("a#0", "a1#0", "a10#0", "b#0", "c#0");
        assertThat(ids(index.byWords("same words", Filter.NONE, 2))).containsExactly("a#0", "a1#0");
        float[] vector = Vectors.of("x");
        index.passageVectors()
                .without(10)
                .forEach(key ->
                        index.vectors().add(index.article(key.articleId()).orElseThrow(), key, vector));
        index.vectors().commit();
        assertThat(ids(index.byMeaning(vector, Filter.NONE, 10))).containsExactly("a#0", "a1#0", "a10#0", "b#0", "c#0");
    }

    @Test
    void asOfHidesWhatWasPublishedLaterButNotWhatHasNoDate() {
        putThreeDays();
        assertThat(ids(index.byWords("tariffs", Filter.asOf(MONDAY), 10)))
                .containsExactlyInAnyOrder("sunday#0", "monday#0", "undated#0");
    }

    @Test
    void fromAndToAreInclusiveAndWantADate() {
        putThreeDays();
        Filter sundayAndMonday = new Filter(null, null, MONDAY.minusDays(1), MONDAY);
        assertThat(ids(index.byWords("tariffs", sundayAndMonday, 10)))
                .containsExactlyInAnyOrder("sunday#0", "monday#0");
        Filter sinceMonday = new Filter(null, null, MONDAY, null);
        assertThat(ids(index.byWords("tariffs", sinceMonday, 10))).containsExactlyInAnyOrder("monday#0", "tuesday#0");
    }

    @Test
    void publisherIsMatchedExactly() {
        put(index, article("a", "Title", "Tariffs.", null, "The Paper"));
        put(index, article("b", "Title", "Tariffs.", null, "the paper"));
        assertThat(ids(index.byWords("tariffs", new Filter(null, "The Paper", null, null), 10)))
                .containsExactly("a#0");
    }

    @Test
    void meaningIsFilteredAsWordsAre() throws InterruptedException {
        putThreeDays();
        new VectorFiller(index, Vectors.embeddings()).fill();
        float[] vector = Vectors.of("Tariffs.");
        assertThat(ids(index.byMeaning(vector, Filter.asOf(MONDAY), 10)))
                .containsExactlyInAnyOrder("sunday#0", "monday#0", "undated#0");
        assertThat(ids(index.byMeaning(vector, new Filter(null, null, MONDAY, MONDAY), 10)))
                .containsExactly("monday#0");
    }

    private void putThreeDays() {
        put(index, article("sunday", "Title", "Tariffs rise.", MONDAY.minusDays(1), null));
        put(index, article("monday", "Title", "Tariffs rise.", MONDAY, null));
        put(index, article("tuesday", "Title", "Tariffs rise.", MONDAY.plusDays(1), null));
        put(index, article("undated", "Title", "Tariffs rise."));
    }

    @Test
    void listsArticlesNewestFirstThenUndatedById() {
        putThreeDays();
        put(index, article("another", "Title", "Undated too."));
        put(index, article("monday2", "Title", "Same day.", MONDAY, null));
        assertThat(index.articles(0, 10))
                .extracting(Article::id)
                .containsExactly("tuesday", "monday", "monday2", "sunday", "another", "undated");
        assertThat(index.articles(2, 2)).extracting(Article::id).containsExactly("monday2", "sunday");
        assertThat(index.articles(6, 10)).isEmpty();
        assertThat(index.articles(Integer.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void countsWhatIsThere() {
        assertThat(index.size()).isEqualTo(new ArticleIndex.Size(0, 0, 0, 0, 0, null, null));
        putThreeDays();
        assertThat(index.size())
                .isEqualTo(new ArticleIndex.Size(4, 1, 4, 4, 0, MONDAY.minusDays(1), MONDAY.plusDays(1)));
        index.remove("tuesday");
        assertThat(index.size()).isEqualTo(new ArticleIndex.Size(3, 1, 3, 3, 0, MONDAY.minusDays(1), MONDAY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+-&&||!(){}[]^\"~*?:\\/",
                "tariffs AND (",
                "title:tariffs",
                "*",
                "😀😀😀",
                "the of and to",
                "   ",
                "",
                "\u0000",
                "\ud800 lone surrogate",
                "<script>alert(1)</script>"
            })
    void nothingInAQuestionIsSyntax(String text) {
        put(index, article("a", "Title", "Tariffs rise."));
        assertThat(index.byWords(text, Filter.NONE, 10)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void wordsAmongPunctuationAreStillFound() {
        put(index, article("a", "Title", "Tariffs rise."));
        assertThat(index.byWords("+(tariffs) && !\"rise~2\"*", Filter.NONE, 10)).hasSize(1);
    }

    @Test
    void otherScriptsAreFound() {
        put(index, article("ru", "Заголовок", "Президент посетил Минск."));
        put(index, article("zh", "标题", "习近平在北京会见卢卡申科。"));
        assertThat(ids(index.byWords("Минск", Filter.NONE, 10))).containsExactly("ru#0");
        assertThat(ids(index.byWords("北京", Filter.NONE, 10))).containsExactly("zh#0");
    }

    @Test
    void aLongQuestionIsSearchedByItsFirstWords() {
        put(index, article("a", "Title", "Tariffs rise."));
        String filler = "word".repeat(3) + " ";
        String first = ("tariffs " + filler.repeat(200)).substring(0, 2_000);
        assertThat(index.byWords(first, Filter.NONE, 10)).hasSize(1);
        StringBuilder distinct = new StringBuilder();
        for (int i = 0; distinct.length() < 1_900; i++) {
            distinct.append("w").append(i).append(' ');
        }
        assertThat(index.byWords(distinct + "tariffs", Filter.NONE, 10)).isEmpty();
    }

    @Test
    void tenThousandRandomQuestionsDoNoHarm() {
        put(index, article("a", "Title", "Tariffs rise 北京 😀."));
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            int[] codePoints = random.ints(random.nextInt(60), 0, i % 2 == 0 ? 0x250 : 0x11000)
                    .toArray();
            String text = new String(codePoints, 0, codePoints.length);
            assertThat(index.byWords(text, Filter.NONE, 10)).hasSizeLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1_001})
    void refusesToFindNoneOrTooMany(int k) {
        assertThatThrownBy(() -> index.byWords("x", Filter.NONE, k)).hasMessageContaining("got: " + k);
        assertThatThrownBy(() -> index.byMeaning(Vectors.of("x"), Filter.NONE, k))
                .hasMessageContaining("got: " + k);
    }

    @Test
    void refusesPassagesOfAnotherArticle() {
        Article a = article("a", "Title", "One.");
        assertThatThrownBy(() -> index.put(a, passages(article("b", "Title", "Two."))))
                .hasMessageContaining("b#0 is not number 0 of article a");
    }

    @Test
    void aNewVersionThatComesWhileTheOldOneIsCutAgainIsNotLost() throws InterruptedException {
        put(index, article("a", "Title", "The toll is seven."));
        Article newer = article("a", "Title", "The toll is nine.");
        Thread correcting = new Thread(() -> put(index, newer));
        index.cutAgain(List.of("a"), older -> {
            correcting.start();
            // Long enough for the newer one to be written, if it does not wait.
            assertThatCode(() -> correcting.join(Duration.ofMillis(300))).doesNotThrowAnyException();
            return passages(older);
        });
        correcting.join();

        assertThat(index.article("a")).contains(newer);
        assertThat(texts(index, index.byWords("toll", Filter.NONE, 10))).containsExactly("The toll is nine.");
    }

    @Test
    void cuttingAgainKeepsTextAndOrigin() {
        Article article = article("a", "Title", "Xi met Lukashenko.\n\nSubscribe today.");
        index.put(article, passages(article), "feed.jsonl");
        index.cutAgain(List.of("a", "gone"), text -> passages(text).subList(0, 1));

        assertThat(index.article("a")).contains(article);
        assertThat(index.known()).containsEntry("a", new Ledger.Known("feed.jsonl", article.version()));
        assertThat(index.byWords("subscribe", Filter.NONE, 10)).isEmpty();
        assertThat(index.size().passages()).isEqualTo(1);
    }

    @Test
    void refusesPassagesThatAreNotInTheirOrder() {
        Article a = article("a", "Title", "One.\n\nTwo.");
        assertThatThrownBy(() -> index.put(a, passages(a).reversed()))
                .hasMessageContaining("a#1 is not number 0 of article a");
    }

    @Test
    void interruptingOneWhoSearchesDoesNotHarmTheIndex() {
        for (int i = 0; i < 20; i++) {
            put(index, article("a" + i, "Title", "Tariffs rise."));
            Thread.currentThread().interrupt();
            assertThat(index.byWords("tariffs", Filter.NONE, 10)).isNotNull();
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(index.size().articles()).isEqualTo(20);
        index.commit();
        reopen();
        assertThat(index.byWords("tariffs", Filter.NONE, 100)).hasSize(20);
    }

    @Test
    void aSecondProcessIsRefusedWithASentence() {
        assertThatThrownBy(() -> LuceneIndex.open(folder, Samples.MODEL, Integer.MAX_VALUE, Clock.systemUTC()))
                .isInstanceOf(IndexInUseException.class)
                .hasMessageContaining("another Dateline is using " + folder)
                .hasMessageContaining("dateline.index.folder");
    }
}
