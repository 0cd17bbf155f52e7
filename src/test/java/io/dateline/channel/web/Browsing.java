package io.dateline.channel.web;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Gives each test that asks for one a {@link Visit} to the server under test, in the one Chromium of its class. A test fails
 * when its page complained; a class is skipped, before any server starts, where there is no Chromium.
 */
final class Browsing implements ExecutionCondition, BeforeAllCallback, ParameterResolver, AfterTestExecutionCallback {

    private static final Namespace HERE = Namespace.create(Browsing.class);
    private static final Path PICTURES = Path.of("target", "failed-pages");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Chromium.executable()
                .map(path -> ConditionEvaluationResult.enabled("there is " + path))
                .orElseGet(() -> ConditionEvaluationResult.disabled("no Chromium: install chromium to test the page"));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getStore(HERE)
                .put(Chromium.class, new Chromium(Chromium.executable().orElseThrow()));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Visit.class;
    }

    @Override
    public Visit resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Chromium chromium = Objects.requireNonNull(context.getStore(HERE).get(Chromium.class, Chromium.class));
        String port = SpringExtension.getApplicationContext(context)
                .getEnvironment()
                .getRequiredProperty("local.server.port");
        Visit visit = chromium.visit("http://127.0.0.1:" + port);
        context.getStore(HERE).put(Visit.class, visit);
        return visit;
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        Visit visit = context.getStore(HERE).get(Visit.class, Visit.class);
        if (visit == null) {
            return;
        }
        if (context.getExecutionException().isPresent()) {
            visit.takePicture(PICTURES.resolve(
                    context.getRequiredTestClass().getSimpleName() + "." + context.getDisplayName() + ".png"));
        } else {
            visit.assertNoComplaints();
        }
    }
}
