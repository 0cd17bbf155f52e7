package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.dateline.answering.Answer.Status;
import io.dateline.corpus.Article;
import io.dateline.corpus.Sentence;
import io.dateline.corpus.SentenceSplitter;
import io.dateline.index.ArticleIndex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArticleSummariesTest {

    private static final LocalDate MONDAY = LocalDate.of(2023, 6, 19);

    private final ArticleIndex index = mock(ArticleIndex.class);
    private final SentenceSplitter splitter = new SentenceSplitter();
    private final ArticleSummaries summaries = new ArticleSummaries(
            index, new Summariser(splitter), new QuotingComposer(), new FollowUps(index, new QuestionMaker(splitter)));

    private final List<Evidence> evidence = new ArrayList<>();

    @Test
    void newsIsToldAsItWentOn() {
        article("found", "Wreck of the ferry Ada found.", MONDAY.plusDays(3));
        article("lost", "The ferry Ada was lost in the storm off Haiti.", MONDAY);

        assertThat(quoted("Summarise the news about the ferry Ada")).containsExactly("lost", "found");
    }

    @Test
    void theLatestBeginsWithTheNewest() {
        article("lost", "The ferry Ada was lost in the storm off Haiti.", MONDAY);
        article("found", "The wreck of the ferry Ada was found by divers.", MONDAY.plusDays(3));
        article("undated", "The ferry Ada had been built in a yard in Spain.", null);

        assertThat(quoted("What is the latest on the ferry Ada?")).containsExactly("found", "lost", "undated");
    }

    @Test
    void oneArticleIsMeantWhereOneIsAskedFor() {
        article(
                "lost",
                "The ferry Ada was lost in the storm off Haiti. The ferry had left the harbour of Vigo in Spain on Friday.",
                MONDAY);
        article("found", "The wreck of the ferry Ada was found by divers.", MONDAY.plusDays(3));

        assertThat(quoted("Summarise the article about the ferry Ada")).containsExactly("lost", "lost");
    }

    @Test
    void asManyArticlesSpeakAsSentencesAreWanted() {
        article("lost", "The ferry Ada was lost in the storm off Haiti.", MONDAY);
        article("found", "The wreck of the ferry Ada was found by divers.", MONDAY.plusDays(3));

        assertThat(quoted("Sum up the ferry Ada in one sentence")).containsExactly("lost");
    }

    @Test
    void whatNoArticleIsAboutIsNotInTheArchive() {
        article("lost", "The ferry Ada was lost in the storm off Haiti.", MONDAY);

        assertThat(answer("What happened to the ferry Byron?").status()).isEqualTo(Status.NOT_FOUND);
    }

    private List<String> quoted(String wish) {
        return answer(wish).citations().stream().map(Citation::articleId).toList();
    }

    private Answer answer(String wish) {
        return summaries.answer(SummaryRequest.of(wish).orElseThrow(), evidence, List.of(), new Draft(event -> {}));
    }

    private void article(String id, String body, @Nullable LocalDate publishedAt) {
        Article article = new Article(id, "Title", null, null, null, null, List.of(), publishedAt, "en", body, "1");
        when(index.article(id)).thenReturn(Optional.of(article));
        List<Sentence> sentences = splitter.split(body);
        evidence.add(new Evidence(id, "Title", null, null, publishedAt, 0, body, sentences, 0));
    }
}
