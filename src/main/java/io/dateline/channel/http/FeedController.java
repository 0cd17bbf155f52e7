package io.dateline.channel.http;

import io.dateline.fetching.FeedStatus;
import io.dateline.fetching.Feeds;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/feeds}: the feeds that are asked for news, and how they are doing. */
@RestController
@ConditionalOnWebApplication
@Tag(name = "Articles")
class FeedController {

    private final ObjectProvider<Feeds> feeds;

    FeedController(ObjectProvider<Feeds> feeds) {
        this.feeds = feeds;
    }

    /** @param feeds in the order in which they are configured */
    record Configured(List<FeedStatus> feeds) {}

    @Operation(summary = "Says which feeds are asked, when they were, and what went wrong")
    @GetMapping("/api/feeds")
    Configured feeds() {
        return new Configured(
                feeds.stream().flatMap(all -> all.statuses().stream()).toList());
    }
}
