package io.dateline.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.rag.query.Metadata;
import dev.langchain4j.rag.query.Query;
import io.dateline.corpus.Passage;
import io.dateline.index.Filter;
import io.dateline.retrieval.Hit.StageRank;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassageContentRetrieverTest {

    private final List<SearchQuery> asked = new ArrayList<>();
    private final FakeIndex index = new FakeIndex();
    private final List<Passage> passages = index.with("a", "One.", "Two.");

    private final Retriever retriever = (query, k) -> {
        asked.add(query);
        return List.of(new Hit(
                passages.get(1),
                index.article("a").orElseThrow(),
                0.25,
                List.of(new StageRank("words", 3, 7.5), new StageRank("fusion", 1, 0.25))));
    };

    private PassageContentRetriever contents() {
        return new PassageContentRetriever(retriever, 5, query -> Filter.NONE);
    }

    @Test
    void carriesThePlaceTheDateAndTheRanksOfThePassage() {
        Content content = contents().retrieve(Query.from("tariffs")).getFirst();
        assertThat(content.textSegment().text()).isEqualTo("Two.");
        assertThat(content.textSegment().metadata().toMap())
                .containsEntry("articleId", "a")
                .containsEntry("ordinal", 1)
                .containsEntry("start", 6)
                .containsEntry("end", 10)
                .containsEntry("title", "Title of a")
                .containsEntry("url", "https://example.org/a")
                .containsEntry("publishedAt", "2023-03-01")
                .containsEntry("rank", 1)
                .containsEntry("rank.words", 3)
                .containsEntry("score.words", 7.5)
                .containsEntry("rank.fusion", 1);
        assertThat(content.metadata()).containsEntry(ContentMetadata.SCORE, 0.25);
    }

    @Test
    void theFilterMayComeFromTheQuery() {
        Filter march = Filter.asOf(LocalDate.of(2023, 3, 1));
        PassageContentRetriever filtered = new PassageContentRetriever(
                retriever, 5, query -> query.metadata().chatMemoryId().equals("march") ? march : Filter.NONE);
        filtered.retrieve(Query.from("tariffs", Metadata.from(UserMessage.from("tariffs"), "march", List.of())));
        filtered.retrieve(Query.from("tariffs", Metadata.from(UserMessage.from("tariffs"), "now", List.of())));
        assertThat(asked).extracting(SearchQuery::filter).containsExactly(march, Filter.NONE);
    }

    @Test
    void aLongQueryIsSearchedByItsBeginning() {
        contents().retrieve(Query.from("x".repeat(3_000)));
        assertThat(asked).extracting(query -> query.text().length()).containsExactly(2_000);
    }

    @Test
    void nothingIsSearchedWhenTheBeginningIsBlank() {
        assertThat(contents().retrieve(Query.from(" ".repeat(2_000) + "x"))).isEmpty();
        assertThat(asked).isEmpty();
    }
}
