package io.dateline.channel.slack;

import com.slack.api.Slack;
import com.slack.api.app_backend.events.payload.Authorization;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.context.Context;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.request.SocketModeRequest;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.model.assistant.AssistantThread;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.AssistantThreadStartedEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import io.dateline.answering.Question;
import io.dateline.channel.chat.ChatInbox;
import io.dateline.channel.chat.ChatText;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Bolt app: what Slack sends, taken apart and handed on. It runs behind the acknowledgement, so its handlers may take their
 * time. Bolt's own middleware is left out: signatures were checked before, {@code auth.test} tells nothing that an event does not,
 * and events of bots, this one among them, are passed over here. Thread-safe.
 */
final class SlackEvents {

    private static final Logger LOG = LoggerFactory.getLogger(SlackEvents.class);

    /** The command may have another name in a workspace where this one is taken. */
    private static final Pattern ANY = Pattern.compile(".*");

    static final String SHORTCUT = "dateline_ask";

    private static final String DIRECT = "im";

    private final App app;
    private final SlackRequestParser parser;
    private final SocketModeRequestParser envelopes;
    private final SlackAnswering answering;
    private final SlackPrivately privately;
    private final SlackAssistantPane pane;

    SlackEvents(
            Slack slack,
            String botToken,
            SlackAnswering answering,
            SlackPrivately privately,
            SlackAssistantPane pane,
            SlackButtons buttons) {
        this.answering = answering;
        this.privately = privately;
        this.pane = pane;
        AppConfig config = AppConfig.builder()
                .slack(slack)
                .singleTeamBotToken(botToken)
                .allEventsApiAutoAckEnabled(true)
                .build();
        this.app = new App(config, slack, List.of());
        this.envelopes = new SocketModeRequestParser(config);
        this.parser = new SlackRequestParser(config);
        app.event(AppMentionEvent.class, (payload, context) -> done(context, () -> mentioned(payload)));
        app.event(MessageEvent.class, (payload, context) -> done(context, () -> said(payload)));
        app.event(MessageFileShareEvent.class, (payload, context) -> done(context, () -> saidWithAFile(payload)));
        app.event(AssistantThreadStartedEvent.class, (payload, context) -> done(context, () -> opened(payload)));
        app.command(ANY, (request, context) -> done(context, () -> commanded(request.getPayload())));
        app.messageShortcut(SHORTCUT, (request, context) -> done(context, () -> pointedAt(request.getPayload())));
        app.blockAction(ANY, (request, context) -> done(context, () -> buttons.pressed(request.getPayload())));
    }

    /** Does the work and says that it is done; nobody is there any more to hear of a failure. */
    private static Response done(Context context, ChatInbox.Work work) {
        try {
            work.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.error("Something that was asked in Slack was not answered", e);
        }
        return context.ack();
    }

    /** Makes up for what was not answered before the process began. */
    void answerWhatIsLeft(ChatInbox inbox) {
        answering.answerWhatIsLeft(inbox);
        privately.answerWhatIsLeft(inbox);
    }

    /** Does what a request asks for, and comes back when that is done. */
    void handle(SlackRequestParser.HttpRequest raw) throws Exception {
        handle(parser.parse(raw));
    }

    /** The same for what came over the socket, in its envelope. */
    void handleEnvelope(String message) throws Exception {
        SocketModeRequest request = envelopes.parse(message);
        if (request != null) {
            handle(request.getBoltRequest());
        }
    }

    private void handle(@Nullable Request<?> request) throws Exception {
        if (request != null) {
            app.run(request);
        }
    }

    private void mentioned(EventsApiPayload<AppMentionEvent> payload) throws Exception {
        AppMentionEvent event = payload.getEvent();
        if (event.getBotId() == null && event.getEdited() == null) {
            answering.answer(message(
                    payload, event.getChannel(), event.getThreadTs(), event.getTs(), event.getUser(), event.getText()));
        }
    }

    private void said(EventsApiPayload<MessageEvent> payload) throws Exception {
        MessageEvent event = payload.getEvent();
        String text = event.getText();
        if (event.getBotId() == null && event.getUser() != null && text != null) {
            said(
                    message(payload, event.getChannel(), event.getThreadTs(), event.getTs(), event.getUser(), text),
                    event.getChannelType(),
                    isToSomebodyElse(text, payload));
        }
    }

    /** The file is not looked at; the words beside it are a question like any other. */
    private void saidWithAFile(EventsApiPayload<MessageFileShareEvent> payload) throws Exception {
        MessageFileShareEvent event = payload.getEvent();
        String text = event.getText();
        boolean isOfABot = Boolean.TRUE.equals(event.getDisplayAsBot());
        if (!isOfABot && event.getUser() != null && text != null) {
            said(
                    message(payload, event.getChannel(), event.getThreadTs(), event.getTs(), event.getUser(), text),
                    event.getChannelType(),
                    isToSomebodyElse(text, payload));
        }
    }

    /** Answers direct messages, and what is said in threads where Dateline was asked before. */
    private void said(SlackMessage message, @Nullable String channelType, boolean isToSomebodyElse) throws Exception {
        boolean isReply = !message.place().thread().equals(message.ts());
        boolean goesOn = isReply && !isToSomebodyElse && answering.isAskedIn(message.place());
        if (DIRECT.equals(channelType) || goesOn) {
            answering.answer(message);
        }
    }

    private static boolean isToSomebodyElse(String text, EventsApiPayload<?> payload) {
        return text.startsWith("<@") && !text.startsWith("<@" + bot(payload) + ">");
    }

    private void opened(EventsApiPayload<AssistantThreadStartedEvent> payload) {
        AssistantThread thread = payload.getEvent().getAssistantThread();
        pane.isOpened(new SlackPlace(payload.getTeamId(), thread.getChannelId(), thread.getThreadTs()));
    }

    private void commanded(SlashCommandPayload payload) throws Exception {
        String text = payload.getText();
        privately.answer(new SlackPrivateQuestion(
                new SlackPrivately.Caller(
                        payload.getTeamId(), payload.getUserId(), payload.getTriggerId(), payload.getResponseUrl()),
                text == null ? "" : ChatText.plain(text, "")));
    }

    /** Somebody wants to know what the archive says to a message. */
    private void pointedAt(MessageShortcutPayload payload) throws Exception {
        String text = payload.getMessage().getText();
        privately.answer(new SlackPrivateQuestion(
                new SlackPrivately.Caller(
                        payload.getTeam().getId(),
                        payload.getUser().getId(),
                        payload.getTriggerId(),
                        payload.getResponseUrl()),
                ChatText.shortened(text == null ? "" : ChatText.plain(text, ""), Question.LONGEST)));
    }

    private static SlackMessage message(
            EventsApiPayload<?> payload,
            String channel,
            @Nullable String thread,
            String ts,
            String user,
            @Nullable String text) {
        return new SlackMessage(
                new SlackPlace(payload.getTeamId(), channel, thread == null ? ts : thread),
                ts,
                user,
                ChatText.plain(text == null ? "" : text, bot(payload)),
                false);
    }

    /** The user that Dateline is in this workspace; empty when the event does not tell. */
    private static String bot(EventsApiPayload<?> payload) {
        List<Authorization> authorizations = payload.getAuthorizations();
        return authorizations == null
                ? ""
                : authorizations.stream()
                        .filter(authorization -> Boolean.TRUE.equals(authorization.getIsBot()))
                        .map(Authorization::getUserId)
                        .findFirst()
                        .orElse("");
    }
}
