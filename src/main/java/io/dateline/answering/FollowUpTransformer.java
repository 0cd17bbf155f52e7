package io.dateline.answering;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.rag.query.Metadata;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.rag.query.transformer.QueryTransformer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns a follow-up ("and when was that?", "what did he deny?") into a question that stands alone, by rule: the words it leaves out
 * are taken from the exchange before. The chat memory holds that exchange as the standalone question and the short answer.
 */
final class FollowUpTransformer implements QueryTransformer {

    private static final Pattern OPENING =
            Pattern.compile("^(?:and|but|so|ok|okay|then|also)\\b[, ]*", Pattern.CASE_INSENSITIVE);
    private static final String ASKING =
            "(?:(?:in|on|at|to|from|for|since|until|with|by) )?(?:how (?:many|much|long|old|far|often)|which|what|when|where|why|whom?|whose|how)";
    private static final Pattern BARE = Pattern.compile(
            "^(" + ASKING + "(?: (?:day|date|year|month|city|country|place|reason|time))?)"
                    + "(?: (?:was|is|were|are|did|does|do|has|had|exactly))*(?: (?:that|this|it|they|he|she|then|so))?(?: (?:happen|said|say|be|about|exactly|for|from|in|take place))*[ ?.!]*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ABOUT =
            Pattern.compile("^(?:what|how) about (?:the )?(.+?)[ ?.!]*$", Pattern.CASE_INSENSITIVE);

    /** Behind these an auxiliary belongs to a clause of its own: "who denied it would supply arms", "which party said it will". */
    private static final String NO_VERB =
            "(?!(?:\\p{L}+ed|said|says|told|made|gave|won|lost|met|left|led|held|knew|thought"
                    + "|it|they|he|she|that)\\b)";

    private static final Pattern OBJECT_ASKED = Pattern.compile(
            "^" + ASKING + "(?: " + NO_VERB
                    + "[\\p{L}\\p{N}'-]+){0,4}?(?= (?:is|are|was|were|did|do|does|has|have|had|can|could|will|would|should)\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SUBJECT_ASKED = Pattern.compile(
            "^(?:who|(?:which|what)((?: [\\p{L}\\p{N}'-]+){0,2}?)(?= \\p{L}+(?:ed|s|d|t|n|w|k|m)\\b))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COUNTED = Pattern.compile("^how (?:many|much) (?=\\p{L})", Pattern.CASE_INSENSITIVE);
    private static final Pattern PERSON = Pattern.compile("\\b(he|she|him)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OWNER = Pattern.compile("\\b(his|her|their|its)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHERS = Pattern.compile("\\b(they|them)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern MATTER = Pattern.compile(
            "\\b(?:it|there|these|those)\\b|\\b(?:this|that)(?=\\s*[?.!]*$)|(?<=\\b(?:is|was|does|did|about) )(?:this|that)\\b",
            Pattern.CASE_INSENSITIVE);

    @Override
    public Collection<Query> transform(Query query) {
        return List.of(Query.from(standalone(query), query.metadata()));
    }

    private static String standalone(Query query) {
        Optional<String> lastQuestion =
                last(query.metadata(), UserMessage.class).map(m -> ((UserMessage) m).singleText());
        if (lastQuestion.isEmpty()) {
            return query.text();
        }
        String before = lastQuestion.get().strip().replaceFirst("[ ?.!]+$", "");
        String answer = last(query.metadata(), AiMessage.class)
                .map(m -> ((AiMessage) m).text())
                .orElse("");
        String asked = query.text().strip();
        String rest = OPENING.matcher(asked).replaceFirst("");
        Matcher about = ABOUT.matcher(rest);
        if (about.matches()) {
            return anotherSubject(before, about.group(1));
        }
        Matcher bare = BARE.matcher(rest);
        if (bare.matches()) {
            return otherAsking(capitalised(bare.group(1)), before);
        }
        return withReferents(asked, rest, before, answer);
    }

    private static Optional<ChatMessage> last(Metadata metadata, Class<? extends ChatMessage> kind) {
        List<ChatMessage> memory =
                metadata == null || metadata.chatMemory() == null ? List.of() : metadata.chatMemory();
        return memory.reversed().stream().filter(kind::isInstance).findFirst();
    }

    /** "What about Russia?": the question before, of another. */
    private static String anotherSubject(String before, String subject) {
        List<Name> names = namesAsked(before);
        if (names.isEmpty()) {
            return before + ": " + subject + "?";
        }
        Name old = names.getFirst();
        return before.substring(0, old.start()) + subject + before.substring(old.end()) + "?";
    }

    /** "And when?": the question before, with another question word. */
    private static String otherAsking(String asking, String before) {
        Matcher object = OBJECT_ASKED.matcher(before);
        if (object.find()) {
            return asking + before.substring(object.end()) + "?";
        }
        Matcher subject = SUBJECT_ASKED.matcher(before);
        if (subject.find()) {
            String things = subject.group(1);
            String who = things == null ? "someone" : things.isBlank() ? "something" : "a" + things;
            return asking + " was it that " + who + before.substring(subject.end()) + "?";
        }
        Matcher counted = COUNTED.matcher(before);
        if (counted.find()) {
            return asking + " was it that " + before.substring(counted.end()) + "?";
        }
        return asking + " was it: " + before + "?";
    }

    private static String withReferents(String asked, String rest, String before, String answer) {
        boolean namesItself = !namesAsked(rest).isEmpty();
        Optional<String> person = person(before, answer);
        if (!namesItself && person.isPresent()) {
            if (PERSON.matcher(rest).find()) {
                return PERSON.matcher(rest).replaceFirst(Matcher.quoteReplacement(person.get()));
            }
            if (OWNER.matcher(rest).find()) {
                return OWNER.matcher(rest).replaceFirst(Matcher.quoteReplacement(person.get() + "’s"));
            }
            if (OTHERS.matcher(rest).find()) {
                return OTHERS.matcher(rest).replaceFirst(Matcher.quoteReplacement(everybody(before, person.get())));
            }
        }
        boolean refers = PERSON.matcher(rest).find()
                || OTHERS.matcher(rest).find()
                || MATTER.matcher(rest).find();
        if (!namesItself && refers) {
            return rest.replaceFirst("[ ?.!]+$", "") + ": " + before + "?";
        }
        return asked;
    }

    /** Whom "he" means: who the answer named when a person was asked for, else who the question was about. */
    private static Optional<String> person(String before, String answer) {
        List<Name> answered = Name.in(answer);
        if (QuestionKind.of(before) == QuestionKind.PERSON && !answered.isEmpty()) {
            return Optional.of(answered.getFirst().text());
        }
        List<Name> asked = namesAsked(before);
        return asked.isEmpty()
                ? answered.stream().map(Name::text).findFirst()
                : Optional.of(asked.getFirst().text());
    }

    private static String everybody(String before, String person) {
        List<Name> asked = namesAsked(before);
        return asked.size() < 2
                ? person
                : asked.get(0).text() + " and " + asked.get(1).text();
    }

    private static List<Name> namesAsked(String question) {
        return QuestionAnalysis.of(question).names();
    }

    private static String capitalised(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
