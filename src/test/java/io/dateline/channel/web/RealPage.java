package io.dateline.channel.web;

import io.dateline.DatelineApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Tests of the page over the whole application and the shipped article. They share one server. */
@ExtendWith(Browsing.class)
@SpringBootTest(classes = DatelineApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class RealPage {

    static final String ARTICLE = "Chinese and Belarusian presidents call for peace in Ukraine";

    /** Answered from one sentence, with a short answer. */
    static final String SINCE_WHEN = "Since when has Lukashenko been president of Belarus?";

    /** Answered with two quotations. */
    static final String SUMMARY = "Summarise the article in two sentences.";

    static final String UNKNOWN = "What is the capital of Mongolia?";

    @DynamicPropertySource
    static void ownFolders(DynamicPropertyRegistry properties) throws IOException {
        Path index = Files.createTempDirectory("page-index");
        properties.add("dateline.index.folder", () -> index);
        properties.add("spring.datasource.url", () -> "jdbc:h2:mem:page;DB_CLOSE_DELAY=-1");
    }
}
