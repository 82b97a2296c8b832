/* The bare parser: reads a file's YAML events with libyaml and drops them. Nothing that reads with libyaml costs less. */
#include <stdio.h>
#include <yaml.h>

int main(int count, char **arguments) {
  FILE *input = count == 2 ? fopen(arguments[1], "rb") : NULL;
  yaml_parser_t parser;
  yaml_event_t event;
  int more = 1;
  if (!input || !yaml_parser_initialize(&parser)) return 2;
  yaml_parser_set_input_file(&parser, input);
  while (more) {
    if (!yaml_parser_parse(&parser, &event)) return 1;
    more = event.type != YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  return fclose(input) ? 2 : 0;
}
