package io.dateline.channel.slack;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether there is a secret that requests over HTTP are signed with. */
final class SlackSignsRequests implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return !context.getEnvironment()
                .getProperty("dateline.slack.signing-secret", "")
                .isBlank();
    }
}
