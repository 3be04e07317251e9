package io.drey.jobs.option;

/**
 * What a user reads of one key.
 *
 * @param type how its value is written ({@code duration}, {@code first | last}, {@code list of
 *     field})
 * @param byDefault what stands for it; empty if nothing does, {@code required} if it must be there
 */
public record OptionRow(String key, String type, String byDefault, String doc) {}
