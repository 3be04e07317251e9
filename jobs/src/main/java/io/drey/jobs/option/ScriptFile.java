package io.drey.jobs.option;

/** A script that has a file of its own. */
public record ScriptFile(@Option("the file that holds the script") String file) {}
