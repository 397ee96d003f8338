"""Compares the resources of KEDA in a file of YAML with KEDA's own schemas: kedaSchemas.py FOLDER_OF_CRDS FILE.

Without a folder only this is checked: that no other kinds are there than those whose schemas Kubernetes has, and KEDA's.
"""

import pathlib
import sys

import jsonschema
import yaml

folder, file = sys.argv[1:]
KINDS = {'ScaledObject': 'keda.sh_scaledobjects.yaml', 'TriggerAuthentication': 'keda.sh_triggerauthentications.yaml'}
KUBERNETES = ('v1', 'apps/v1', 'batch/v1', 'policy/v1', 'networking.k8s.io/v1')


def strict(schema):
    """Fields that the schema does not name are refused: Kubernetes drops them without a word."""
    if isinstance(schema, dict):
        if 'properties' in schema and 'additionalProperties' not in schema:
            schema['additionalProperties'] = False
        for part in schema.values():
            strict(part)
    elif isinstance(schema, list):
        for part in schema:
            strict(part)
    return schema


for resource in yaml.safe_load_all(pathlib.Path(file).read_text()):
    if resource is None:
        continue
    kind = resource['kind']
    if kind not in KINDS:
        if resource['apiVersion'] not in KUBERNETES:
            sys.exit(f"{kind} of {resource['apiVersion']} is of no version whose schemas are known here.")
    elif folder:
        definition = yaml.safe_load((pathlib.Path(folder) / KINDS[kind]).read_text())
        [version] = [each for each in definition['spec']['versions'] if resource['apiVersion'].endswith('/' + each['name'])]
        schema = strict(version['schema']['openAPIV3Schema'])
        schema['properties']['metadata'] = {'type': 'object'}
        try:
            jsonschema.validate(resource, schema)
        except jsonschema.ValidationError as error:
            sys.exit(f"{kind} {resource['metadata']['name']}: {error.json_path}: {error.message}")
