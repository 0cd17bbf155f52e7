package io.dateline.channel.slack;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether there is a token that Socket Mode is opened with. */
final class SlackOpensSocket implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return !context.getEnvironment()
                .getProperty("dateline.slack.app-token", "")
                .isBlank();
    }
}
