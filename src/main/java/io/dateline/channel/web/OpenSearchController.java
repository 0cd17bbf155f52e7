package io.dateline.channel.web;

import io.dateline.channel.PageAddress;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** {@code GET /opensearch.xml}: tells a browser that its address bar can ask here. */
@RestController
@ConditionalOnWebApplication
@Hidden
class OpenSearchController {

    @GetMapping(path = "/opensearch.xml", produces = "application/opensearchdescription+xml;charset=utf-8")
    String description(HttpServletRequest request) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
                  <ShortName>Dateline</ShortName>
                  <Description>Ask the news and read the answer where the articles say it</Description>
                  <InputEncoding>UTF-8</InputEncoding>
                  <Image width="64" height="64" type="image/svg+xml">HERE/favicon.svg</Image>
                  <Url type="text/html" template="HERE/?q={searchTerms}" />
                </OpenSearchDescription>
                """.replace("HERE", HtmlUtils.htmlEscape(PageAddress.of(request)));
    }
}
