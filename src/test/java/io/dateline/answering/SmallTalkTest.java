package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.channel.MemoryArchive;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallTalkTest {

    private final SmallTalk smallTalk = new SmallTalk(new MemoryArchive());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "latest news",
                "What's new?",
                "news",
                "any news today?",
                "show me the latest headlines",
                "What’s happening?"
            })
    void showsTheNewestHeadlinesToWhoAsksForNews(String question) {
        assertThat(smallTalk.reply(question))
                .hasValueSatisfying(reply -> assertThat(reply).startsWith("The newest of "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"How are you?", "hi, how are you doing today"})
    void repliesToWhoAsksHowItIs(String question) {
        assertThat(smallTalk.reply(question)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is the new law?",
                "news about Haiti",
                "What is happening in Kyiv?",
                "How are the talks going?"
            })
    void leavesQuestionsToTheArticles(String question) {
        assertThat(smallTalk.reply(question)).isEmpty();
    }
}
