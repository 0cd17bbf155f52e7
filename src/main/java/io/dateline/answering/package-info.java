/**
 * The chain from a question to a cited answer: understand, retrieve, read, compose, cite. It speaks in
 * {@link io.dateline.answering.AnswerEvent}s; the channels translate them.
 *
 * <p>{@code AnswerChain.answer} is the whole way. Where each step is:
 *
 * <ol>
 *   <li>Understand: {@code SmallTalk}, {@code FollowUpTransformer}, {@code SummaryRequest}; a question's words, names and kind are a
 *       {@code QuestionAnalysis}.
 *   <li>Retrieve: passages become {@code Evidence}, articles {@code Sources}.
 *   <li>Read: {@code AnswerReader}s around each other, as {@code AnsweringConfiguration} puts them together; {@code SpanJudge} weighs
 *       what the trained reader found. {@code ShortAnswers} makes the fact of it.
 *   <li>Compose: {@code QuotingComposer}, or {@code ModelComposer} with {@code StatementCheck}; {@code Refusal} where nothing was
 *       found, {@code ArticleSummaries} where a summary is wished for.
 *   <li>Go on: {@code FollowUps} and {@code ProvenQuestions} ask what {@code QuestionMaker} makes of articles.
 * </ol>
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"corpus", "index", "retrieval", "inference"})
package io.dateline.answering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
