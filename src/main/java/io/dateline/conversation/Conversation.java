package io.dateline.conversation;

import java.time.Instant;

/**
 * Questions asked one after the other, and their answers.
 *
 * @param id 128 random bits, in the form of a UUID
 * @param title 1 to 200 characters; the first question, shortened, until somebody renames it
 * @param updatedAt when a question of it was last asked or answered
 * @param turns how many questions it has
 */
public record Conversation(String id, String title, Instant createdAt, Instant updatedAt, int turns) {}
