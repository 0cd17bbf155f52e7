package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dateline.answering.Answer.Status;
import io.dateline.answering.AnswerEvent.Rewritten;
import io.dateline.answering.AnswerEvent.SourcesFound;
import io.dateline.answering.AnswerEvent.Terminal;
import io.dateline.answering.AnswerEvent.TextAdded;
import io.dateline.index.ArticleIndex;
import io.dateline.index.Filter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole chain over the shipped article, with real models and a real index. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class AnswerChainIT {

    /** Deleted after the class, when {@link DirtiesContext} has closed what still writes to it. */
    @TempDir
    static Path data;

    @Autowired
    private Answerer chain;

    @Autowired
    private ArticleIndex index;

    @Autowired
    private SuggestedQuestions suggested;

    private final List<AnswerEvent> events = new ArrayList<>();
    private final List<Exchange> past = new ArrayList<>();

    @DynamicPropertySource
    static void ownFolders(DynamicPropertyRegistry properties) {
        properties.add("dateline.index.folder", () -> data.resolve("index"));
        properties.add("spring.datasource.url", () -> "jdbc:h2:mem:answer-chain");
    }

    @Test
    void tellsSourcesBeforeTheFactAndTheFactBeforeTheText() throws Exception {
        ask("Who cautiously welcomed Beijing's involvement?");
        assertThat(events)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("SourcesFound", "FactFound", "TextAdded", "CitationAdded");
        assertThat(events).noneMatch(Terminal.class::isInstance);
    }

    @Test
    void streamsExactlyTheTextOfTheAnswer() throws Exception {
        Answer answer = ask("What did Lukashenko say about the meeting?");
        assertThat(shownText()).isEqualTo(answer.text());
    }

    @Test
    void everyCitationIsVerbatimAndMarkedInTheText() throws Exception {
        Answer answer = ask("Which news agency reported the joint statement?");
        assertThat(answer.citations()).isNotEmpty().allSatisfy(citation -> {
            String body = index.article(citation.articleId()).orElseThrow().body();
            assertThat(body.substring(citation.start(), citation.end())).isEqualTo(citation.quote());
            assertThat(answer.text()).contains("[" + citation.number() + "]");
        });
    }

    @Test
    void namesWhoSaidItWhenTheTextDoes() throws Exception {
        assertThat(ask("What did the two leaders express in the joint statement?")
                        .text())
                .startsWith("According to Belta, in");
    }

    @Test
    void answersWhoWithWhomARelativeClauseIsAbout() throws Exception {
        Answer answer = ask("Who cautiously welcomed it?");
        assertThat(answer.citations().getFirst().quote()).contains("cautiously welcomed");
        assertThat(answer.fact()).isNotNull().extracting(Fact::text).isEqualTo("Volodymyr Zelenskyy");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Who is Alexander Lukashenko? | Belarus’ only president since the post was created in 1994
            who is xi jinping            | Chinese President
            """)
    void answersWhoSomebodyIsWithWhatStandsBesideTheName(String question, String words) throws Exception {
        assertThat(ask(question).fact()).isNotNull().extracting(Fact::text).isEqualTo(words);
    }

    @Test
    void answersWhyWithASentence() throws Exception {
        Answer answer = ask("Why is Lukashenko isolated in Europe?");
        assertThat(answer.status()).isEqualTo(Status.ANSWERED);
        assertThat(answer.fact()).isNull();
        assertThat(answer.citations().getFirst().quote()).contains("sanctions");
    }

    @Test
    void wordsThatOnlyPointAtOthersAreNoShortAnswer() throws Exception {
        Answer answer = ask("What did US officials say China was considering?");
        assertThat(answer.fact()).isNull();
        assertThat(answer.citations().getFirst().quote()).contains("supply arms to Moscow", "doing so");
    }

    @Test
    void putsNoWordsIntoTheMouthOfOneWhoSaysNothing() throws Exception {
        assertThat(ask("What did Putin say?").status()).isEqualTo(Status.NOT_FOUND);
        assertThat(ask("What did US officials say?").text()).contains("after US officials said China was considering");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Who said \"fanning the flames\"?", "where does it say “FANNING the  flames”"})
    void findsTheSentenceThatHoldsQuotedWords(String question) throws Exception {
        Answer answer = ask(question);
        assertThat(answer.citations().getFirst().quote()).contains("“fanning the flames”");
        assertThat(answer.fact()).isNull();
    }

    @Test
    void namesTheSpeakerOfQuotedWords() throws Exception {
        assertThat(ask("Who said “uncontrolled descent”?").fact())
                .extracting(Fact::text)
                .isEqualTo("Alexander Lukashenko");
    }

    @Test
    void aFollowUpUsesTheConversation() throws Exception {
        ask("Where did the talks take place?");
        Answer answer = ask("And what about the joint statement, when was it issued?");
        assertThat(answer.text()).contains("Wednesday");
        ask("Who did Xi Jinping hold talks with in Beijing?");
        events.clear();
        ask("What did he say about the meeting?");
        assertThat(events)
                .filteredOn(Rewritten.class::isInstance)
                .containsExactly(new Rewritten("What did Alexander Lukashenko say about the meeting?"));
    }

    @Test
    void summarisesTheArticleTheConversationIsAbout() throws Exception {
        ask("Who did Xi Jinping hold talks with in Beijing?");
        Answer answer = ask("Summarise it in two sentences");
        assertThat(answer.status()).isEqualTo(Status.ANSWERED);
        assertThat(answer.citations()).hasSize(2);
    }

    @Test
    void asksOnAboutWhatWasAskedBeforeSmallTalkAndWhatCouldNotBeAsked() throws Exception {
        ask("Where did the talks take place?");
        ask("thanks");
        ask("the of and to");
        ask("And when was that?");
        assertThat(past.getLast().standalone()).isEqualTo("When did the talks take place?");
    }

    @Test
    void saysWhatIsMissingWhenItRefuses() throws Exception {
        Answer answer = ask("What did Emmanuel Macron say about the summit?");
        assertThat(answer.status()).isEqualTo(Status.NOT_FOUND);
        assertThat(answer.text()).contains("do not mention “Emmanuel Macron”");
        assertThat(answer.sources()).as("the nearest articles").isNotEmpty();
    }

    @Test
    void findsUndatedArticlesWhateverTheDayAskedFor() throws Exception {
        Question question = new Question(
                UUID.randomUUID().toString(),
                null,
                "Since when has Lukashenko been president of Belarus?",
                Filter.asOf(LocalDate.of(2001, 1, 1)));
        assertThat(chain.answer(question, past, events::add).status()).isEqualTo(Status.ANSWERED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hello", "Thanks a lot!", "What can you do?", "what is in the archive?", "Good morning", "bye"})
    void repliesToSmallTalkWithoutSearching(String text) throws Exception {
        assertThat(ask(text).status()).isEqualTo(Status.CHAT);
        assertThat(events).noneMatch(SourcesFound.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Кто встретился с Си Цзиньпином в Пекине?",
                "习近平在北京会见了谁？",
                "title:x AND (secret OR *) +-&&||!(){}[]^\"~*?:\\/",
                "<script>alert(1)</script>"
            })
    void refusesWhatNoArticleHasWordsFor(String text) throws Exception {
        assertThat(ask(text).status()).isEqualTo(Status.NOT_FOUND);
    }

    @Test
    void readsTheLongestQuestionThereMayBe() throws Exception {
        assertThat(ask("peace ".repeat(400).substring(0, Question.LONGEST)).status())
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"the of and to", "🎉🎉🎉", "???"})
    void asksForAWordWhenThereIsNone(String text) throws Exception {
        assertThat(ask(text).status()).isEqualTo(Status.DECLINED);
    }

    @Test
    void suggestsOnlyQuestionsItAnswers() throws Exception {
        // They are tried out in the background; on a busy machine that takes longer than a first visit waits.
        List<String> questions =
                await().atMost(Duration.ofMinutes(1)).until(() -> suggested.suggest(4), found -> !found.isEmpty());
        assertThat(questions).hasSize(4).doesNotHaveDuplicates();
        for (String question : questions) {
            assertThat(ask(question).status()).as(question).isEqualTo(Status.ANSWERED);
        }
    }

    @Test
    void stopsWhenTheAskingThreadIsInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> ask("Where did the talks take place?")).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    private Answer ask(String text) throws InterruptedException {
        Question question = new Question(UUID.randomUUID().toString(), null, text, Filter.NONE);
        int before = events.size();
        Answer answer = chain.answer(question, past, events::add);
        String standalone = text;
        for (AnswerEvent event : events.subList(before, events.size())) {
            if (event instanceof Rewritten rewritten) {
                standalone = rewritten.question();
            }
        }
        past.add(new Exchange(text, standalone, answer));
        return answer;
    }

    private String shownText() {
        StringBuilder text = new StringBuilder();
        for (AnswerEvent event : events) {
            if (event instanceof TextAdded added) {
                text.append(added.delta());
            }
        }
        return text.toString();
    }
}
