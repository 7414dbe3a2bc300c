/** The district of the rehearsal: departments in charge and their units, as any district has them. Codes and names are invented. */
export interface Department {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  /** Names of its units; a unit's code is the department's and its place in the list. */
  readonly units: readonly string[];
}

export const DISTRICT_DEPARTMENTS: readonly Department[] = [
  {
    code: '201',
    name: '农业局',
    field: '三农',
    units: ['农村环境整治办公室', '林业技术推广站', '农产品质量安全站', '农业机械管理站'],
  },
  {
    code: '202',
    name: '教育局',
    field: '教育',
    units: ['教育经费管理中心', '学校后勤管理中心', '教育技术装备中心', '教师进修学校'],
  },
  {
    code: '203',
    name: '卫生局',
    field: '卫生',
    units: ['卫生人才培训中心', '疾病预防控制中心', '社区卫生管理中心', '急救站'],
  },
  {
    code: '204',
    name: '环境保护局',
    field: '节能环保',
    units: ['大气污染防治办公室', '道路扬尘管控中心', '环境监测站', '固体废物管理中心'],
  },
  {
    code: '205',
    name: '水利局',
    field: '农林水',
    units: ['水文和农田水利站', '河道管理所', '水库管理处', '防汛物资中心'],
  },
  {
    code: '206',
    name: '交通运输局',
    field: '交通运输',
    units: ['农村公路管理段', '公路养护中心', '公共交通管理所', '航道管理所'],
  },
  {
    code: '207',
    name: '文化广电局',
    field: '文化',
    units: ['文化馆', '图书馆', '文物保护管理所', '应急广播中心'],
  },
  {
    code: '208',
    name: '人力资源和社会保障局',
    field: '社会保障和就业',
    units: ['工资发放中心', '就业管理服务处', '职业技能鉴定中心', '劳动争议仲裁院'],
  },
  {
    code: '209',
    name: '住房和建设局',
    field: '城乡社区',
    units: ['机关物业管理中心', '市政设施管理处', '园林绿化管理处', '保障性住房中心'],
  },
  {
    code: '211',
    name: '科学技术局',
    field: '科学技术',
    units: ['生产力促进中心', '知识产权服务中心', '科普活动中心', '科技信息中心'],
  },
  {
    code: '212',
    name: '民政局',
    field: '社会保障和就业',
    units: ['养老服务中心', '救助管理站', '社区建设指导中心', '福利院'],
  },
];

export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly department: Department;
}

export const districtUnits: readonly Unit[] = DISTRICT_DEPARTMENTS.flatMap((department) =>
  department.units.map((name, index) => ({
    code: `${department.code}${String(index + 1).padStart(3, '0')}`,
    name,
    department,
  })),
);
